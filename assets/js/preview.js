import { LEAST, heightIn } from "./height.js";

/** A preview is as high as its content says, as the frame on a council's page will be. */
export function sizePreview(frame) {
  const listen = (event) => {
    if (!frame.isConnected) return window.removeEventListener("message", listen);
    const height = heightIn(event, window.location.origin, frame);
    if (height) frame.height = height;
  };
  window.addEventListener("message", listen);
  const said = frame.contentDocument?.querySelector("main"); // before anybody listened
  if (said) frame.height = Math.max(LEAST, Math.ceil(said.getBoundingClientRect().height));
}
