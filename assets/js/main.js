import { closeBeside, openBeside } from "./beside.js";
import { countAnswers } from "./answered.js";
import { copyText } from "./copy.js";
import { countCharacters } from "./count.js";
import { forgetDrafts, keepDraft } from "./drafts.js";
import { focusOn } from "./focus.js";
import { listenToKeys, switchKeys, tickAll } from "./keys.js";
import { sendOnce } from "./once.js";
import { openOver } from "./over.js";
import { handOver } from "./pass.js";
import { poll } from "./poll.js";
import { sizePreview } from "./preview.js";
import { askSteadily } from "./steady.js";

const behaviours = {
  answered: countAnswers,
  beside: openBeside,
  copy: copyText,
  count: countCharacters,
  draft: keepDraft,
  focus: focusOn,
  forget: forgetDrafts,
  keys: listenToKeys,
  keyswitch: switchKeys,
  once: sendOnce,
  over: openOver,
  panel: closeBeside,
  pass: handOver,
  poll,
  preview: sizePreview,
  steady: askSteadily,
  tick: tickAll,
};

function start(root) {
  for (const [name, behave] of Object.entries(behaviours)) {
    const found = [...root.querySelectorAll(`[data-${name}]`)];
    if (root instanceof Element && root.matches(`[data-${name}]`)) found.unshift(root);
    found.forEach(behave);
  }
}

start(document);
document.addEventListener("htmx:load", (event) => {
  if (event.target !== document.body) start(event.target);
});
