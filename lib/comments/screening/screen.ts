import { isStaff } from "@/lib/actor";
import type { CommentPolicy, Role } from "@/prisma/generated/enums";

/** What is known of a comment before it gets a status. */
export interface Submission {
  /** `published` counts the writer's other comments that are published. */
  writer: { role: Role; published: number };
  policy: CommentPolicy;
  /** The writer said the same at some length elsewhere not long ago. */
  repeated: boolean;
}

/** Why a comment waits for a moderator, as the queue shows it. */
export interface Hold {
  step: "all_held" | "first_held" | "repeated" | "edited";
  detail: string;
}

export type Step = (submission: Submission) => Hold | null;

const allHeld: Step = ({ policy }) =>
  policy === "all_held" ? { step: "all_held", detail: "Every comment on this piece waits." } : null;

const firstHeld: Step = ({ policy, writer }) =>
  policy === "first_held" && writer.published === 0
    ? { step: "first_held", detail: "Nothing by this reader has been published yet." }
    : null;

const repeatedText: Step = ({ repeated }) =>
  repeated ? { step: "repeated", detail: "The same words stand under another piece or comment." } : null;

/** In the order in which a moderator reads the reasons. */
const steps: readonly Step[] = [allHeld, firstHeld, repeatedText];

/** The status that a comment gets, and every reason for which it is held. Staff are trusted. */
export function screen(submission: Submission): { status: "published" | "pending"; held: Hold[] } {
  const held = isStaff(submission.writer) ? [] : steps.flatMap((step) => step(submission) ?? []);
  return { status: held.length > 0 ? "pending" : "published", held };
}
