import { prepareCode } from "../steps/prepare.mjs";
import { sentence } from "./town.mjs";

const words = 50_000;

/** One comment through every step of screening, with 50,000 words listed. */
async function screened() {
  const { screeningTimed } = await (await prepareCode())("measures");
  const comments = Array.from({ length: 5_000 }, () => `<p>${sentence(60)}</p>`);
  const listed = Array.from({ length: words }, (_, number) => `spam${number.toString(36)}word`);
  screeningTimed(listed, comments.slice(0, 2_000));
  const found = screeningTimed(listed, comments);
  return { verdicts: [{ what: "screening, 50,000 words listed", found, unit: "ms a comment (p95)", atMost: 1 }] };
}

/** One comment scored by the helper, and the helper taught 10,000 decisions. */
async function scored() {
  const { timed } = await (await prepareCode())("measures");
  const comments = Array.from({ length: 1_500 }, (_, number) => {
    const bad = number % 3 === 0;
    const text = bad ? `${sentence(12)} spam${(number % 97).toString(36)} ${sentence(8)}` : sentence(30);
    return { text, raw: text, bad, source: "the bench" };
  });
  const { scoring, learning } = timed(comments);
  return {
    verdicts: [
      { what: "scoring", found: scoring, unit: "ms a comment (p95)", atMost: 5 },
      { what: "learning 10,000 decisions", found: learning / 1_000, unit: "s, in a thread of its own", atMost: 10 },
    ],
  };
}

export const screening = { name: "screening", title: "Screening by 50,000 words", run: screened };
export const scoring = { name: "scoring", title: "The helper: scoring and learning", run: scored };
