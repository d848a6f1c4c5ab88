/** Code points before the end from which on they are counted aloud. */
const near = 500;
/** Milliseconds without a key after which the number is said. */
const calm = 700;

/** Says politely how many characters are left, or too many, once the end is near. */
export function countLeft(form: HTMLFormElement, area: HTMLTextAreaElement) {
  const line = form.querySelector<HTMLElement>(".count");
  const max = Number(area.dataset.max);
  if (!line || !max) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    // Units of UTF-16 are never fewer than code points, so most texts need not be counted.
    const left = area.value.length < max - near ? max : max - [...area.value].length;
    const words = left > near ? "" : left < 0 ? line.dataset.over : line.dataset.left;
    line.textContent = (words ?? "").replace("#", String(Math.abs(left)));
  };
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(tell, calm);
  });
  tell();
}
