import { isStaff } from "@/lib/actor";
import type { Rules } from "@/lib/comments/screening/rules";
import type { Hold, Refusal, Submission } from "@/lib/comments/screening/submission";
import {
  domains,
  length,
  links,
  type Step,
  shouting,
  stretched,
  unicode,
  words,
} from "@/lib/comments/screening/text-steps";
import {
  closed,
  first,
  flood,
  learned,
  measure,
  ofTheArticle,
  repeated,
  writer,
} from "@/lib/comments/screening/writer-steps";

export type { Hold } from "@/lib/comments/screening/submission";

/** Asked of everybody. */
const doors: readonly Step[] = [closed, writer, measure];

/** Asked of readers, in the order in which a moderator reads the reasons. Staff are trusted. */
const steps: readonly Step[] = [
  length,
  repeated,
  flood,
  words,
  domains,
  links,
  unicode,
  shouting,
  stretched,
  first,
  learned,
  ofTheArticle,
];

/** What becomes of a comment: the status that it gets with every reason for which it is held, or the first reason for which it is not taken. */
export type Verdict =
  | { status: "published" | "pending"; held: Hold[] }
  | { status: "refused"; refusal: Refusal; held: Hold[] };

/** Asks every step: the first refusal decides, else any hold. Pure, so that what was recorded can be asked again of other rules. */
export function screen(submission: Submission, rules: Rules): Verdict {
  const asked = isStaff(submission.writer) ? doors : [...doors, ...steps];
  const held: Hold[] = [];
  for (const step of asked) {
    for (const finding of step(submission, rules)) {
      if (finding.verb === "refuse") return { status: "refused", refusal: finding.why, held };
      held.push(finding.why);
    }
  }
  return { status: held.length > 0 ? "pending" : "published", held };
}

/** What rules that are only tried would have done, to be kept beside the verdict of those in force. What the article says, and a measure, it says to both. */
export function inShadow(verdict: Verdict): Hold[] {
  const held = verdict.held
    .filter(({ step }) => step !== "all_held" && step !== "first_held" && step !== "measure")
    .map((hold): Hold => ({ ...hold, shadow: "hold" }));
  if (verdict.status !== "refused") return held;
  const { step, detail, said } = verdict.refusal;
  return step === "closed" || step === "writer"
    ? []
    : [...held, { step, detail, ...(said && { said }), shadow: "refuse" }];
}
