// On the council's page: turns each link with data-consult into a frame that sizes itself.
// The link stays below the frame, and is all that is left where a frame cannot be shown.

import { heightIn } from "./height.js";

const script = document.currentScript;
const base = new URL(script.src).origin;
const WORDS = {
  en: ["Skip this consultation", "It could not be shown on this page. "],
  cy: ["Neidio heibio’r ymgynghoriad hwn", "Nid oedd modd ei ddangos ar y dudalen hon. "],
};
const PATIENCE = 10000;

const upgrade = (link, number) => {
  let address;
  try {
    address = new URL(link.dataset.consult);
  } catch {
    return;
  }
  if (address.origin !== base || !/^https?:/.test(location.origin)) return;
  const { view, theme, size } = link.dataset;
  const lang = /^cy\b/i.test(link.dataset.lang || document.documentElement.lang) ? "cy" : "en";
  Object.entries({ view, theme, lang, size, host: location.origin }).forEach(
    ([name, value]) => value && address.searchParams.set(name, value),
  );
  const [skip, failed] = WORDS[lang];
  const frame = document.createElement("iframe");
  const past = document.createElement("a");
  frame.name = `consult-${number}`;
  frame.title = `${lang === "cy" ? "Ymgynghoriad" : "Consultation"}: ${link.dataset.title || link.textContent.trim()}`;
  frame.loading = "lazy";
  frame.width = "100%";
  frame.height = 320;
  frame.style.border = 0;
  frame.style.display = "block";
  frame.setAttribute(
    "sandbox",
    "allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox",
  );
  link.id = link.id || `${frame.name}-link`;
  past.href = `#${link.id}`;
  past.textContent = skip;
  const hide = (away) => Object.assign(past.style, { position: away ? "absolute" : "static", left: away ? "-999em" : "auto" });
  hide(true);
  past.onfocus = () => hide(false);
  past.onblur = () => hide(true);

  let height = 0;
  let timer;
  const listen = (event) => {
    const wanted = heightIn(event, base, frame);
    if (!wanted) return;
    clearTimeout(timer);
    timer = 0;
    if (Math.abs(wanted - height) > 3) frame.height = height = wanted;
  };
  addEventListener("message", listen);
  frame.onload = () => {
    if (height || timer) return;
    timer = setTimeout(() => {
      removeEventListener("message", listen);
      frame.remove();
      past.remove();
      link.before(failed);
    }, PATIENCE);
  };
  frame.src = address;
  link.before(past, frame);
};

const start = () =>
  document.querySelectorAll("a[data-consult]:not([data-consult-on])").forEach((link) => {
    const number = (window.consultFrames = (window.consultFrames || 0) + 1);
    link.dataset.consultOn = number;
    upgrade(link, number);
  });

start();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
