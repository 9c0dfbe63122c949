// Hands a pass to the frame that opened this window. The frame is a page of ours, so the message
// goes to our own origin only; without an opener the words on the page say how to go on.
export function handOver(element) {
  if (!window.opener) return;
  const said = { type: "consult:pass", v: 1, pass: element.dataset.pass };
  window.opener.postMessage(said, window.location.origin);
  window.close();
}
