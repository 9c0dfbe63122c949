const OFF = "desk-keys-off";

const isOff = () => localStorage.getItem(OFF) === "yes";
const isTyping = (element) =>
  element.matches("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])");

function step(root, by) {
  const lines = [...root.querySelectorAll("a.d-q__item")];
  const focused = lines.indexOf(document.activeElement);
  const here = focused >= 0 ? focused : lines.findIndex((line) => line.hasAttribute("aria-current"));
  const next = lines[here < 0 ? 0 : here + by];
  if (!next) return;
  next.focus();
  if (root.querySelector(".d-triage")) next.click();
}

function press(element) {
  element.focus();
  if (element.type === "submit") element.form.requestSubmit(element);
  else element.click();
}

function tick(root, event) {
  const box = document.activeElement.closest("li")?.querySelector("input[type=checkbox]");
  if (!root.contains(box)) return;
  event.preventDefault();
  box.click();
}

/** One button ticks all boxes of its form, and once all are ticked none. */
export function tickAll(button) {
  const boxes = [...button.form.querySelectorAll("input[type=checkbox]")];
  const words = [button.textContent, button.dataset.tick];
  const areAll = () => boxes.every((box) => box.checked);
  const say = () => { button.textContent = words[Number(areAll())]; };
  button.hidden = false;
  button.addEventListener("click", () => {
    const wanted = !areAll();
    boxes.forEach((box) => { box.checked = wanted; });
    say();
  });
  button.form.addEventListener("change", say);
}

/** Single letters move through the queue and choose, never while somebody types. */
export function listenToKeys(root) {
  const answer = (event) => {
    if (!root.isConnected) return document.removeEventListener("keydown", answer);
    if (document.querySelector("dialog[open]")) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isOff()) return;
    if (isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "x") return tick(root, event);
    const found = [...root.querySelectorAll("[data-key]")].find((element) => element.dataset.key === key);
    if (!found && key !== "j" && key !== "k") return;
    event.preventDefault();
    if (found) press(found);
    else step(root, key === "j" ? 1 : -1);
  };
  document.addEventListener("keydown", answer);
}

/** People who speak to their machine, or mistype, turn the letters off; the browser remembers. */
export function switchKeys(line) {
  const box = line.querySelector("input");
  line.hidden = false;
  box.checked = !isOff();
  box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "no" : "yes"));
}
