/** Keeps what somebody types on their own device until the server has taken it. */
const BEGIN = "consult:draft:";
const SENT = "consult:sent";
const DAYS = 30 * 24 * 60 * 60 * 1000;
const WORDS = "textarea, input[type=text]";
const CHOICES = "input[type=radio], input[type=checkbox]";

const guarded = (act) => {
  try {
    return act();
  } catch {
    return null; // storage is full or forbidden; the page works without it
  }
};
const keyOf = (form) => `${BEGIN}${new URL(form.action).pathname}#${form.dataset.draft}`;
const fields = (form, kinds) => [...form.querySelectorAll(kinds)].filter((one) => one.name && !one.readOnly);
const read = (key) => guarded(() => JSON.parse(localStorage.getItem(key)));
const drop = (key) => guarded(() => localStorage.removeItem(key));

function save(form) {
  const words = fields(form, WORDS).filter((one) => one.value !== one.defaultValue || one.dataset.kept);
  if (!words.some((one) => one.value.trim())) return drop(keyOf(form));
  const draft = {
    at: Date.now(),
    words: words.map((one) => [one.name, one.dataset.kept ?? one.defaultValue, one.value]),
    chosen: fields(form, CHOICES).filter((one) => one.checked).map((one) => [one.name, one.value]),
  };
  return guarded(() => localStorage.setItem(keyOf(form), JSON.stringify(draft)));
}

function restore(form) {
  const draft = read(keyOf(form));
  if (!draft) return;
  const back = fields(form, WORDS).filter((one) => {
    const kept = draft.words.find(([name]) => name === one.name);
    // Only where the page still says what it said when the words were typed.
    if (!kept || one.value !== kept[1] || kept[2] === one.value) return false;
    one.dataset.kept = one.value;
    one.value = kept[2];
    one.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  });
  if (!back.length) return;
  for (const [name, value] of draft.chosen) {
    const group = fields(form, CHOICES).filter((one) => one.name === name);
    const empty = group[0]?.type === "checkbox" || !group.some((one) => one.checked);
    if (empty) group.filter((one) => one.value === value).forEach((one) => (one.checked = true));
  }
  for (const field of back) open(field);
  const notice = say(form, "draft-notice");
  notice?.querySelector("button").addEventListener("click", () => {
    drop(keyOf(form));
    form.reset();
    for (const field of back) {
      delete field.dataset.kept;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    notice.remove();
    back[0].focus();
  });
}

function open(element) {
  for (let at = element.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
}

function say(form, id) {
  const template = document.getElementById(id);
  if (!template) return null;
  form.querySelectorAll(".draft-notice").forEach((old) => old.remove());
  form.prepend(template.content.cloneNode(true));
  return form.querySelector(".draft-notice");
}

/** Says in the page's live region, and beside the form, that nothing was sent. */
function sayUnsent(form) {
  save(form);
  const notice = say(form, "draft-unsent");
  const region = document.getElementById("notice");
  if (!notice) return;
  if (region) region.textContent = notice.querySelector("p").textContent;
  notice.querySelector("button").addEventListener("click", () => {
    notice.remove();
    if (region) region.textContent = "";
    form.requestSubmit();
  });
  open(form);
  notice.querySelector("button").focus();
}

/** A redirect after sending means that it was taken; an error page says of itself that it was not. */
function settle() {
  const sent = guarded(() => sessionStorage.getItem(SENT));
  const old = Date.now() - DAYS;
  guarded(() => {
    sessionStorage.removeItem(SENT);
    Object.keys(localStorage)
      .filter((key) => key.startsWith(BEGIN) && !(read(key)?.at > old))
      .forEach(drop);
  });
  const [arrival] = performance.getEntriesByType("navigation");
  if (sent && arrival?.redirectCount > 0 && !document.querySelector("[data-refused]")) drop(sent);
}

settle();

export function keepDraft(form) {
  if (form.dataset.drafting) return;
  form.dataset.drafting = "yes";
  restore(form);
  const types = form.querySelector(WORDS) !== null;
  let wait;
  if (types) {
    form.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(() => save(form), 200);
    });
    addEventListener("pagehide", () => form.isConnected && save(form));
  }
  form.addEventListener("submit", (event) => {
    clearTimeout(wait);
    if (types) save(form);
    if (form.hasAttribute("hx-post")) return;
    if (!navigator.onLine) {
      event.preventDefault();
      sayUnsent(form);
      return;
    }
    guarded(() => sessionStorage.setItem(SENT, keyOf(form)));
  });
  form.addEventListener("htmx:sendError", () => sayUnsent(form));
  form.addEventListener("htmx:responseError", () => sayUnsent(form));
  form.addEventListener("htmx:beforeOnLoad", (event) => {
    const { xhr } = event.detail;
    const waits = /data-refused|data-draft-step/.test(xhr.responseText);
    clearTimeout(wait);
    if (xhr.status < 400 && !waits) drop(keyOf(form));
  });
}

/** Whoever signs out leaves no words on a device that others may use. */
export function forgetDrafts(form) {
  form.addEventListener("submit", () =>
    guarded(() => Object.keys(localStorage).filter((key) => key.startsWith(BEGIN)).forEach(drop)),
  );
}
