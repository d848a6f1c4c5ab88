import { cached } from "@/lib/cached";
import type { Example } from "@/lib/comments/screening/learned/behaviour";
import { fromBytes } from "@/lib/comments/screening/learned/bytes";
import { type Explained, explain } from "@/lib/comments/screening/learned/explanation";
import { type Model, scoreOf } from "@/lib/comments/screening/learned/model";
import type { Submission } from "@/lib/comments/screening/submission";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { processState } from "@/lib/process-state";
import type { HelperLeave } from "@/prisma/generated/enums";

/** What this process scores by: the newest model, and what it may do. */
interface Helper {
  number: number;
  model: Model;
  leave: HelperLeave;
  /** The score from which it holds; null while it has not earned to, or may not. */
  holdsFrom: number | null;
}

const stored = cached("helper", read);

type Words = Pick<Submission, "text" | "hosts">;

/** A comment as the helper reads it: its words as readers see them, and where its links lead. */
export const exampleOf = ({ text, hosts }: Words, published: number | undefined): Example => ({
  text: hosts.length > 0 ? `${text}\n${hosts.join(" ")}` : text,
  published,
});

/** The helper as this process knows it, or null: nothing learned yet, or not read yet. Never waits. */
export function helperAtHand(): Helper | null {
  const known = stored.atHand();
  // Not in the transaction of whoever asks: it may be over before the answer comes.
  if (!known)
    void processState()
      .transaction.exit(helperNow)
      .catch((error: unknown) => log.warn({ err: error }, "the helper was not read"));
  return known?.value ?? null;
}

/** The helper as it is stored; null while there is none. Read once, until `forgetHelper`. */
export const helperNow = (): Promise<Helper | null> => stored.now();

/** Something about the helper changed: it is read anew, at once if it is in use. Called by the listener and by whoever changed it. */
export function forgetHelper(): void {
  const inUse = stored.atHand() !== undefined;
  stored.forget();
  if (inUse) helperAtHand();
}

async function read(): Promise<Helper | null> {
  const [row] = await db.$queryRaw<
    { number: number; bytes: Uint8Array; leave: HelperLeave; holdsFrom: number | null }[]
  >`
    SELECT m.number, m.bytes, coalesce(s.leave, 'order')::text AS leave, s."holdsFrom"
    FROM learned_models m LEFT JOIN helper_settings s ON s.id = 1
    WHERE m.bytes IS NOT NULL ORDER BY m.number DESC LIMIT 1`;
  const model = row ? fromBytes(row.bytes) : null;
  if (!row || !model) return null;
  return { number: row.number, model, leave: row.leave, holdsFrom: row.leave === "hold" ? row.holdsFrom : null };
}

/** What the helper says of a comment that comes in: its score to be kept, and what screening may go by. */
export function learnedOf(
  words: Words,
  published: number,
): { kept: { model: number; score: number } | null; learned: Submission["learned"] } {
  const helper = helperAtHand();
  if (!helper) return { kept: null, learned: null };
  const example = exampleOf(words, published);
  const score = scoreOf(helper.model, example);
  const given = { model: helper.number, score: Math.round(score * 1e4) / 1e4 };
  if (helper.holdsFrom === null || score < helper.holdsFrom) return { kept: given, learned: null };
  return { kept: given, learned: { score, because: because(explain(helper.model, example)) } };
}

/** The words that spoke for turning it away, the strongest first, at most five. */
export const because = ({ words }: Explained): string[] =>
  words.flatMap(({ word, by }) => (by > 0 ? [word] : [])).slice(0, 5);
