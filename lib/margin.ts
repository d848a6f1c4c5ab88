import type { Token } from "markdown-it";

const charactersInLine = 62;
const charactersInNoteLine = 24;
/** A line of a note is this much of a line of the text; 13 px at 1.5 against 20 px at 1.55, rounded up. */
const noteLine = 0.68;
const highest = 8;

/**
 * Estimates, in lines of the text, where the margin is free, so that a note can rise from the end of its paragraph to the line
 * that refers to it. It errs downwards: a note may stand too low, never over another.
 */
export class Margin {
  #line = 0;
  #column = 0;
  #free = 0;
  readonly #references = new Map<number, number>();

  read(words: string): void {
    this.#column += width(words);
  }

  refer(number: number): void {
    this.#references.set(number, this.#line + Math.floor(this.#column / charactersInLine));
  }

  endBlock(): void {
    this.#line += Math.ceil(this.#column / charactersInLine);
    this.#column = 0;
  }

  /** How many lines above the end of its paragraph the note begins, 0 to 8. */
  place(number: number, note: Token[]): number {
    const wanted = this.#line - (this.#references.get(number) ?? this.#line);
    const up = Math.floor(Math.min(highest, Math.max(0, Math.min(wanted, this.#line - this.#free))));
    const lines = note.reduce((sum, token) => sum + Math.ceil(width(token.content) / charactersInNoteLine), 1);
    this.#free = Math.max(this.#line - up, this.#free) + lines * noteLine + 1;
    return up;
  }
}

/** East Asian characters are twice as wide. */
function width(words: string): number {
  return words.length + (words.match(/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0);
}
