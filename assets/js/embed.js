// Inside the frame: tells the page around it how high the content is, and moves to what is new.

const host = document.body.dataset.host;
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
