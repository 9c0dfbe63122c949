export const LEAST = 120;
const MOST = 6000;

/** The height in pixels that a message of this frame's asks for; 0 for any other message. */
export const heightIn = ({ origin, source, data }, from, frame) => {
  if (origin !== from || source !== frame.contentWindow) return 0;
  if (!data || data.type !== "consult:height" || data.v !== 1 || data.id !== frame.name) return 0;
  if (typeof data.height !== "number" || !isFinite(data.height)) return 0;
  return Math.min(MOST, Math.max(LEAST, Math.ceil(data.height)));
};
