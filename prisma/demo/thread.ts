import type { PersonKey } from "@/prisma/demo/people";
import type { ReportReason } from "@/prisma/generated/enums";

export const HOUR = 60;
export const DAY = 24 * HOUR;

/** Somebody's objection to a comment; `at` in minutes after the piece was published. */
interface DemoReport {
  by: PersonKey;
  at: number;
  reason: ReportReason;
  note?: string;
}

/** What became of a comment, other than being published and staying so; `at` in minutes after the piece was published. */
type Fate =
  | { kind: "waiting" }
  | { kind: "rejected" | "removed"; at: number; reason: ReportReason; note: string }
  | { kind: "dismissed"; at: number; note: string }
  | { kind: "withdrawn"; at: number };

/** That an author or an editor had it stand out; `at` in minutes after the piece was published. */
export interface Choice {
  as: "pick" | "pin";
  by: PersonKey;
  at: number;
}

/** One comment with what hangs under it; `up` and `down` count readers, `at` minutes after the piece was published. */
export interface DemoComment {
  by: PersonKey;
  at: number;
  body: string;
  up?: number;
  down?: number;
  fate?: Fate;
  reports?: readonly DemoReport[];
  chosen?: readonly Choice[];
  replies?: readonly DemoComment[];
}

/** A comment in its place: its parent, and how many stand above it. */
export interface PlacedComment {
  comment: DemoComment;
  parent: DemoComment | null;
  depth: number;
}

/** Every comment of a thread, parents before their replies. */
export function placed(
  comments: readonly DemoComment[],
  parent: DemoComment | null = null,
  depth = 0,
): readonly PlacedComment[] {
  return comments.flatMap((comment) => [
    { comment, parent, depth },
    ...placed(comment.replies ?? [], comment, depth + 1),
  ]);
}
