import { insert, putAround, putBeforeLines } from "@/components/elements/text-marks";

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
