const READING = 700;

/**
 * A press that began before people could see this window was meant for another page: it does
 * nothing. The server goes by the moment it made the page; only here is known when it was looked at.
 */
export function askSteadily(button) {
  const early = document.getElementById(button.dataset.steady);
  let isReady = false;
  let begun;
  let timer;

  const wait = () => {
    clearTimeout(timer);
    isReady = false;
    button.setAttribute("aria-disabled", "true");
    if (document.visibilityState === "visible" && document.hasFocus()) timer = setTimeout(allow, READING);
  };
  const allow = () => {
    isReady = true;
    button.removeAttribute("aria-disabled");
  };
  const begin = (event) => {
    begun = isReady && !event.repeat;
  };

  button.addEventListener("pointerdown", begin);
  button.addEventListener("keydown", begin);
  button.addEventListener("click", (event) => {
    const counts = isReady && begun !== false; // some readers press without a pointer or a key
    begun = undefined;
    if (counts) return;
    event.preventDefault();
    early.textContent = early.dataset.words;
  });
  for (const name of ["focus", "blur", "pageshow"]) window.addEventListener(name, wait);
  document.addEventListener("visibilitychange", wait);
  wait();
}
