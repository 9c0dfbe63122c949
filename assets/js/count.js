/** Says how many characters are left, to eyes at once and to screen readers after a pause. */
export function countCharacters(group) {
  const most = Number(group.dataset.count);
  const area = group.querySelector("textarea");
  const message = group.querySelector(".govuk-character-count__message");
  if (!area || !message || group.dataset.counting) return;
  group.dataset.counting = "yes";
  const spoken = document.createElement("div");
  spoken.className = "govuk-visually-hidden";
  spoken.setAttribute("aria-live", "polite");
  message.after(spoken);
  let wait;
  const show = () => {
    // The server counts a line end as one character, as the text area's value does.
    const left = most - [...area.value].length;
    const words = left < 0 ? message.dataset.over : message.dataset.left;
    message.textContent = words.replace("%n", Math.abs(left).toLocaleString("en-GB"));
    message.classList.toggle("govuk-error-message", left < 0);
    clearTimeout(wait);
    wait = setTimeout(() => {
      spoken.textContent = message.textContent;
    }, 1000);
  };
  area.addEventListener("input", show);
  show();
}
