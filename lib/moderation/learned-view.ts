import type { Moderator } from "@/lib/actor";
import { helperNow } from "@/lib/comments/screening/at-hand";
import { explain } from "@/lib/comments/screening/learned/explanation";
import { db } from "@/lib/db";
import { exampleFrom } from "@/lib/moderation/cases";
import type { LearnedView } from "@/lib/moderation/schema";

/** What the helper says now of a comment, and the words that made it; null while it knows nothing or runs in shadow. */
export async function learnedView(_by: Moderator, id: string): Promise<LearnedView | null> {
  const helper = await helperNow();
  if (!helper || helper.leave === "shadow") return null;
  const [row] = await db.$queryRaw<{ html: string; published: number | null }[]>`
    SELECT html, (screened->>'published')::int AS published FROM comments WHERE id = ${id}::uuid`;
  if (!row) return null;
  const { score, words } = explain(helper.model, exampleFrom(row));
  return { score, words };
}
