import { explain } from "@/lib/comments/screening/learned/explanation";
import { scoreOf } from "@/lib/comments/screening/learned/model";
import { train } from "@/lib/comments/screening/learned/training";
import type { Labelled } from "@/server/evaluation/corpus";

const decisionsTimed = 10_000;

/** Milliseconds: scoring and explaining one comment (95 of 100 are quicker), one as long as a comment may be, and learning 10,000 decisions. */
export function timed(comments: readonly Labelled[]) {
  const model = train(comments);
  const every = <T>(of: readonly T[], work: (each: T) => void) => {
    const took = of.map((each) => {
      const began = performance.now();
      work(each);
      return performance.now() - began;
    });
    return took.sort((a, b) => a - b)[Math.floor(0.95 * took.length)] ?? 0;
  };
  const longest = comments.slice(0, 300).map((_, from) => ({
    text: comments
      .slice(from % 50)
      .map(({ text }) => text)
      .join(" ")
      .slice(0, 10_000),
  }));
  for (const warm of comments) scoreOf(model, warm);
  const began = () => performance.now();
  const scoring = every(comments, (each) => scoreOf(model, each));
  const explaining = every(comments, (each) => explain(model, each));
  const scoringLongest = every(longest, (each) => scoreOf(model, each));
  // No two alike: words of two comments together, so that there is as much to learn as in so many comments.
  const many = Array.from({ length: decisionsTimed }, (_, at) => {
    const [one, other] = [
      comments[at % comments.length],
      comments[(at * 7 + Math.floor(at / comments.length)) % comments.length],
    ];
    return { text: `${one?.text} ${other?.text}`, bad: one?.bad ?? false };
  });
  const start = began();
  train(many);
  return { scoring, explaining, scoringLongest, learning: performance.now() - start, decisions: decisionsTimed };
}
