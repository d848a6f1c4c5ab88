// What a start says to the person at the terminal. One line a step, the time only where it was long.

const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint("1");
export const dim = paint("2");
export const green = paint("32");
export const red = paint("31");

export function title(text) {
  console.log(`\n  ${bold(text)}\n`);
}

export function line(text = "") {
  console.log(text ? `  ${text}` : "");
}

/** Runs `work` and says what is being done, then how long it took. */
export async function step(doing, work) {
  const began = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`  ${dim("·")} ${doing} …`);
  else console.log(`  · ${doing} …`);
  try {
    const result = await work();
    const seconds = (performance.now() - began) / 1000;
    const took = seconds >= 0.5 ? dim(` ${seconds.toFixed(1)} s`) : "";
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K  ${green("✓")} ${doing}${took}\n`);
    else if (took) console.log(`  ✓ ${doing}${took}`);
    return result;
  } catch (error) {
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K  ${red("✗")} ${doing}\n`);
    throw error;
  }
}

/** A failure whose sentence is meant for the person: shown without a stack. */
export class OperatorError extends Error {}

/** Ends the process with what went wrong and what to do. */
export function giveUp(error, what = "Rejoinder could not start.") {
  const plain = error instanceof OperatorError || error?.name === "OperatorError";
  console.error(`\n  ${red(what)}\n`);
  const text = plain ? error.message : (error?.stack ?? String(error));
  for (const each of text.split("\n")) console.error(`  ${each}`);
  console.error("");
  process.exit(1);
}
