import { insert, putAround, putBeforeLines } from "@/components/elements/text-marks";

const marks: Record<string, (area: HTMLTextAreaElement) => void> = {
  bold: (area) => putAround(area, ["**", "**"]),
  italic: (area) => putAround(area, ["*", "*"]),
  link: putLink,
  quote: (area) => putBeforeLines(area, "> "),
  list: (area) => putBeforeLines(area, "- "),
};
const shortcuts: Record<string, string> = { b: "bold", i: "italic", k: "link" };

/** The chosen words become a link, and one goes on with its address. */
function putLink(area: HTMLTextAreaElement) {
  const words = area.value.slice(area.selectionStart, area.selectionEnd);
  insert(area, `[${words}](https://)`);
  const at = area.selectionEnd - 1;
  if (words) area.setSelectionRange(at - "https://".length, at);
  else area.setSelectionRange(at - "](https://".length, at - "](https://".length);
}

/** Brings the toolbar of a text to life: one stop for the Tab key, arrows within; Ctrl with B, I or K in the text; Ctrl with Enter sends. */
export function offerTools(form: HTMLFormElement, area: HTMLTextAreaElement) {
  const bar = form.querySelector<HTMLElement>(".tools");
  if (!bar) return;
  const buttons = [...bar.querySelectorAll("button")];
  bar.hidden = false;
  const stopAt = (stop: HTMLButtonElement) => {
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  };
  for (const button of buttons.slice(1)) button.tabIndex = -1;
  bar.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    stopAt(target);
    marks[target.dataset.mark ?? ""]?.(area);
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1;
    if (!step || at < 0) return;
    const next = buttons[(at + step + buttons.length) % buttons.length];
    if (next) stopAt(next);
    next?.focus();
    event.preventDefault();
  });
  area.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    const mark = marks[shortcuts[event.key.toLowerCase()] ?? ""];
    if (event.key === "Enter") form.requestSubmit(form.querySelector<HTMLButtonElement>("button.primary"));
    else if (mark) mark(area);
    else return;
    event.preventDefault();
  });
}
