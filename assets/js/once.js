/** A second click within a second sends nothing more. */
export function sendOnce(button) {
  button.addEventListener("click", (event) => {
    if (button.dataset.sent) event.preventDefault();
    button.dataset.sent = "yes";
    setTimeout(() => delete button.dataset.sent, 1000);
  });
}
