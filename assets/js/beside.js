/** Opens what is said of a part next to it; closing leads back to the link that opened it. */
let opener = null;

export function openBeside(link) {
  // Before htmx, which listens on the link itself, asks for the panel: bring its place here.
  link.addEventListener(
    "click",
    () => {
      opener = link;
      const panel = document.getElementById("beside");
      const row = link.closest("li, .prose__part");
      if (row) row.append(panel);
      else link.closest(".shift, p").after(panel);
    },
    { capture: true },
  );
}

export function closeBeside(panel) {
  if (!opener) return;
  const close = () => {
    const place = document.createElement("div");
    place.id = panel.id;
    place.hidden = true;
    panel.replaceWith(place);
    opener.focus();
    opener = null;
  };
  panel.classList.add("beside--open");
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  const way = panel.querySelector("[data-close]");
  way.textContent = way.dataset.close;
  way.addEventListener("click", (event) => {
    event.preventDefault();
    close();
  });
  panel.querySelector("[tabindex='-1']").focus();
}
