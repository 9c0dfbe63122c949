/** A link's page opens over this one; Escape or the button leads back. Without script it is a page. */
export function openOver(link) {
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("[data-content]");
    if (!answer.ok || !found) return location.assign(link.href);
    const dialog = document.createElement("dialog");
    const close = document.createElement("button");
    dialog.className = "d-over";
    dialog.setAttribute("aria-label", link.dataset.over);
    close.type = "button";
    close.className = "govuk-button govuk-button--secondary";
    close.textContent = found.dataset.content;
    close.addEventListener("click", () => dialog.close());
    dialog.append(found, close);
    dialog.addEventListener("close", () => {
      dialog.remove();
      link.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
    dialog.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true }));
  });
}
