/** Says how many lines of a grid are answered, while they are being answered. */
export function countAnswers(form) {
  const progress = form.parentElement.querySelector("progress");
  const words = form.parentElement.querySelector("[data-words]");
  if (!progress || !words) return;
  const show = () => {
    const answered = form.querySelectorAll(".ask__pick :checked").length;
    progress.value = answered;
    words.textContent = words.dataset.words.replace("%n", answered).replace("%m", progress.max);
  };
  form.addEventListener("change", show);
}
