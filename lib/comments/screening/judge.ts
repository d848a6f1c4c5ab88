import { isStaff, type Member } from "@/lib/actor";
import { learnedOf } from "@/lib/comments/screening/at-hand";
import { hostsIn } from "@/lib/comments/screening/domains";
import { type InForce, numberOf } from "@/lib/comments/screening/in-force";
import { inShadow, screen } from "@/lib/comments/screening/screen";
import type { Hold, Refusal, Submission } from "@/lib/comments/screening/submission";
import { visibleText } from "@/lib/comments/screening/visible";
import { AppError, invalid } from "@/lib/errors";
import { levelOf, type Trust } from "@/lib/trust";
import type { CommentPolicy, Role } from "@/prisma/generated/enums";

/** What was known of a comment when it was posted, and what it then got; kept with it: rules of another day can be asked about it again. */
export interface Screened {
  /** The number of the version of the rules. */
  rules: number;
  status: "published" | "pending";
  role: Role;
  published: number;
  repeated: boolean;
  policy: CommentPolicy;
  /** What trust was asked of besides, for whoever is no staff: days since they joined, comments removed lately. */
  days?: number;
  removed?: number;
  /** A measure held whatever they wrote. */
  measured?: true;
  /** What the helper said of it, and which model that was. */
  helper?: { model: number; score: number };
}

export interface Judged {
  status: "published" | "pending";
  held: Hold[];
  screened: Screened;
}

type Recent = Submission["recent"];

/** What is known of a writer beside how many comments of theirs are published. */
export interface Repute {
  days: number;
  removed: number;
  /** The site's thresholds of trust. */
  trust: Trust;
  held: Submission["writer"]["held"];
}

interface Asked {
  writer: Pick<Member, "role" | "status">;
  published: number;
  repute: Repute;
  policy: CommentPolicy;
  open: boolean;
  repeated: boolean;
  /** As far back as the rules in force look, and as those in shadow do. */
  recent: Recent;
  shadowRecent: Recent;
  html: string;
}

/**
 * The status that a comment gets and every reason, with what rules in shadow would have done.
 * Throws the refusal: `conflict` in a closed thread, `forbidden`, `rate_limited`, or `invalid` for the words.
 */
export function judge(asked: Asked, { version, rules, shadow }: InForce): Judged {
  const { writer, published, repute, policy, repeated, recent, shadowRecent } = asked;
  const { days, removed, trust, held } = repute;
  const words = textOf(asked.html);
  const { role } = writer;
  const { kept, learned } = learnedOf(words, published);
  const submission: Submission = {
    writer: { role, status: writer.status, published, level: levelOf({ published, days, removed }, trust), held },
    ...words,
    ...{ policy, open: asked.open, repeated, recent, learned },
  };
  // What the helper says here it has earned to say (lib/moderation/helper-standing.ts); a rule may ask for more.
  const verdict = screen(submission, learned && rules.learned === null ? { ...rules, learned: 0 } : rules);
  if (verdict.status === "refused") throw refused(verdict.refusal);
  const tried = shadow ? inShadow(screen({ ...submission, recent: shadowRecent }, shadow)) : [];
  return {
    status: verdict.status,
    held: [...verdict.held, ...tried],
    screened: {
      rules: numberOf(version),
      status: verdict.status,
      role,
      published,
      repeated,
      policy,
      ...(!isStaff(writer) && { days, removed }),
      ...(held && { measured: true as const }),
      ...(kept && { helper: kept }),
    },
  };
}

/** A reason as it is stored. */
export const holdAsJson = ({ matched, ...hold }: Hold) => ({
  ...hold,
  ...(matched && { matched: matched.map((match) => ({ ...match })) }),
});

/** What the log holds of a hold: the steps that asked for it, whether the helper alone did, and by which rules. No word of the comment. */
export function heldFor({ held, screened }: Pick<Judged, "held" | "screened">) {
  const steps = [...new Set(held.flatMap(({ step, shadow }) => (shadow ? [] : [step])))];
  return { steps, by: steps.every((step) => step === "learned") ? "helper" : "rules", rules: screened.rules };
}

/** What screening asks of the words, from their HTML. */
export function textOf(html: string): Pick<Submission, "text" | "hosts" | "links"> {
  const text = visibleText(html);
  return { text, ...hostsIn(html, text) };
}

function refused({ code, detail, retryAfter }: Refusal): AppError {
  if (code === "invalid") return invalid("body", detail);
  return new AppError(code, detail, retryAfter ? { retryAfter } : {});
}
