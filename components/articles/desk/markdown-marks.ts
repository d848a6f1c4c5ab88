/** What a button of the toolbar does to the text: put around the chosen words, or before each of their lines. */
export type Mark = { around: [string, string] } | { lines: string } | { block: string };

export const marks = {
  bold: { around: ["**", "**"] },
  italic: { around: ["*", "*"] },
  heading: { lines: "## " },
  quote: { lines: "> " },
  list: { lines: "- " },
  link: { around: ["[", "](https://)"] },
  note: { block: "[^1]" },
  table: { block: "| | |\n| --- | ---: |\n| | |\n" },
} as const satisfies Record<string, Mark>;

export type MarkName = keyof typeof marks;

/** Changes the text as a person would, so that undo takes it back and the form hears of it. */
export function insert(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  // Deprecated, and the only way that keeps the browser's undo; where it is gone, the text is set plainly.
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function nextNote(text: string): number {
  return Math.max(0, ...[...text.matchAll(/\[\^(\d{1,3})\]/g)].map(([, number]) => Number(number))) + 1;
}

/** Applies a mark to the words that are chosen in the text. */
export function applyMark(area: HTMLTextAreaElement, name: MarkName): void {
  const mark: Mark = marks[name];
  if (name === "note") addNote(area);
  else if ("around" in mark) putAround(area, mark.around);
  else if ("block" in mark) insert(area, `${area.selectionStart === 0 ? "" : "\n\n"}${mark.block}`);
  else putBeforeLines(area, mark.lines);
}

/** A reference where the cursor is, and at the end of the text the note, where one goes on writing. */
function addNote(area: HTMLTextAreaElement): void {
  const number = nextNote(area.value);
  area.setSelectionRange(area.selectionEnd, area.selectionEnd);
  insert(area, `[^${number}]`);
  area.setSelectionRange(area.value.length, area.value.length);
  insert(area, `${area.value.endsWith("\n") ? "\n" : "\n\n"}[^${number}]: `);
}

function putAround(area: HTMLTextAreaElement, [before, after]: [string, string]): void {
  const { selectionStart: start, selectionEnd: end, value } = area;
  insert(area, `${before}${value.slice(start, end)}${after}`);
  area.setSelectionRange(start + before.length, end + before.length);
}

function putBeforeLines(area: HTMLTextAreaElement, prefix: string): void {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const from = value.lastIndexOf("\n", start - 1) + 1;
  area.setSelectionRange(from, end);
  const lines = value.slice(from, end).split("\n");
  insert(area, lines.map((line) => `${prefix}${line}`).join("\n"));
}
