import type { Said } from "@/lib/comments/screening/sayings";
import type { TrustLevel } from "@/lib/trust";
import type { AccountStatus, CommentPolicy, Role } from "@/prisma/generated/enums";

/** What is known of a comment before it gets a status. */
export interface Submission {
  /** `published` counts the writer's other comments that are published; `held`: by a measure, until a moment or until somebody ends it. */
  writer: {
    role: Role;
    status: AccountStatus;
    published: number;
    level: TrustLevel;
    held: { until: Date | null } | null;
  };
  policy: CommentPolicy;
  /** Whether its article takes comments. */
  open: boolean;
  /** The words as a reader sees them, without marks of Markdown. */
  text: string;
  /** Hosts to which its links lead, and those that stand in its words. */
  hosts: readonly string[];
  links: number;
  /** The writer said the same at some length elsewhere not long ago. */
  repeated: boolean;
  /** Comments by this writer, and under this article, within the minutes that the rules look back. */
  recent: { byWriter: number; underArticle: number };
  /** What the site has learned of such words; null while it has learned nothing. */
  learned: { score: number; because: readonly string[] } | null;
}

export const holdSteps = [
  "measure",
  "length",
  "repeated",
  "flood",
  "words",
  "domains",
  "links",
  "unicode",
  "shouting",
  "stretched",
  "first",
  "learned",
  "all_held",
  "first_held",
  "edited",
] as const;
export type HoldStep = (typeof holdSteps)[number];

/** A word that a rule found, between the words around it. `entry`: what the rule lists. */
export interface Match {
  entry: string;
  before: string;
  found: string;
  after: string;
}

/** Why a comment waits for a moderator, as the queue shows it. */
export interface Hold {
  step: HoldStep;
  /** In words, as they were when it was held. */
  detail: string;
  /** The same by its name and figures; absent where the words are the moderators' own. */
  said?: Said;
  matched?: Match[];
  /** Only noted: the rule is being tried in shadow, and this is what it would have done. */
  shadow?: "hold" | "refuse";
}

/** Why a comment is not taken at all. */
export interface Refusal {
  step: HoldStep | "closed" | "writer";
  detail: string;
  /** What was found, for moderators: `detail` says to the writer what to change. */
  said?: Said;
  code: "invalid" | "conflict" | "forbidden" | "rate_limited";
  /** Seconds. */
  retryAfter?: number;
}

/** What one step finds: nothing, or that the comment waits or is refused, and why. */
export type Finding = { verb: "hold"; why: Hold } | { verb: "refuse"; why: Refusal };
