// Inside the frame: tells the page around it how high the content is, and moves to what is new.

// The desk, which shows previews, is of our own origin.
const host = document.body.dataset.host || ("preview" in document.body.dataset && window.location.origin);
const main = document.querySelector("main");
const MIN_STEP = 4;
let told = 0;

const tell = () => {
  const height = Math.ceil(main.getBoundingClientRect().height);
  if (Math.abs(height - told) < MIN_STEP) return;
  told = height;
  window.parent.postMessage({ type: "consult:height", v: 1, id: window.name, height }, host);
};

if (host && window.parent !== window) {
  try {
    tell();
    new ResizeObserver(tell).observe(main);
  } catch {
    // an address that is no origin: nobody is told
  }
  const seen = document.body.dataset.seen;
  if (seen) navigator.sendBeacon(seen);
}

document.querySelector("[data-focus]")?.focus();
for (const form of document.forms) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button")) setTimeout(() => (button.disabled = true));
  });
}

// Somebody signed in: a window of ours asks them, and hands this frame a pass for half an hour.
let waiting;
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-window]");
  if (!link) return;
  event.preventDefault();
  waiting = { link, window: window.open(link.dataset.window, "", "popup,width=520,height=720") };
});
window.addEventListener("message", ({ origin, source, data }) => {
  if (!waiting || origin !== window.location.origin || source !== waiting.window) return;
  if (!data || data.type !== "consult:pass" || data.v !== 1 || typeof data.pass !== "string") return;
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: waiting.link.dataset.as, target: "_self" });
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "person", value: data.pass });
  form.append(field);
  document.body.append(form);
  form.submit();
});
