/** What a button of the toolbar does to the text: put around the chosen words, or before each of their lines. */
export type Mark = { around: [string, string] } | { lines: string } | { block: string };

export const marks = {
  bold: { around: ["**", "**"] },
  italic: { around: ["*", "*"] },
  heading: { lines: "## " },
  quote: { lines: "> " },
  list: { lines: "- " },
  link: { around: ["[", "](https://)"] },
  note: { around: ["[^1]", "\n\n[^1]: "] },
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
  const { selectionStart: start, selectionEnd: end, value } = area;
  const chosen = value.slice(start, end);
  if (name === "note") {
    const number = nextNote(value);
    area.setSelectionRange(end, end);
    insert(area, `[^${number}]`);
    const place = area.selectionEnd;
    area.setSelectionRange(area.value.length, area.value.length);
    insert(area, `${value.endsWith("\n") ? "\n" : "\n\n"}[^${number}]: `);
    if (!area.value.endsWith(": ")) area.setSelectionRange(place, place);
    return;
  }
  if ("around" in mark) {
    const [before, after] = mark.around;
    insert(area, `${before}${chosen}${after}`);
    const at = start + before.length;
    area.setSelectionRange(at, at + chosen.length);
    return;
  }
  if ("block" in mark) return insert(area, `${start === 0 ? "" : "\n\n"}${mark.block}`);
  const from = value.lastIndexOf("\n", start - 1) + 1;
  area.setSelectionRange(from, end);
  insert(
    area,
    value
      .slice(from, end)
      .split("\n")
      .map((line) => `${mark.lines}${line}`)
      .join("\n"),
  );
}
