/** Changes the text as a person would, so that undo takes it back and the form hears of it. */
export function insert(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  // Deprecated, and the only way that keeps the browser's undo; where it is gone, the text is set plainly.
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Puts signs around the words that are chosen, which stay chosen. */
export function putAround(area: HTMLTextAreaElement, [before, after]: readonly [string, string]): void {
  const { selectionStart: start, selectionEnd: end, value } = area;
  insert(area, `${before}${value.slice(start, end)}${after}`);
  area.setSelectionRange(start + before.length, end + before.length);
}

/** Puts signs before each line of which something is chosen. */
export function putBeforeLines(area: HTMLTextAreaElement, prefix: string): void {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const from = value.lastIndexOf("\n", start - 1) + 1;
  area.setSelectionRange(from, end);
  const lines = value.slice(from, end).split("\n");
  insert(area, lines.map((line) => `${prefix}${line}`).join("\n"));
}
