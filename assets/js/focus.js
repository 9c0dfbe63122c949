/** Brings a fresh error summary into view and under the keyboard. */
export function focusOn(element) {
  element.focus();
}
