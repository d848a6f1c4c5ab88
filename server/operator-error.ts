/** A failure whose sentence is meant for the person at the terminal: `scripts/steps/say.mjs` shows it without a stack. */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
}
