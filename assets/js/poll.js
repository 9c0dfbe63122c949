/** Ask for news now and then, but only while somebody can see the page. */
export function poll(element) {
  const seconds = Number(element.dataset.poll);
  const timer = setInterval(() => {
    if (!element.isConnected) clearInterval(timer);
    else if (document.visibilityState === "visible") element.dispatchEvent(new Event("poll"));
  }, seconds * 1000);
}
