import { z } from "zod";
import { after, day, hour, now } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import { fewFound, type Queue, reasons, type WaitedFor } from "@/lib/moderation/limits";
import type { QueueFilters } from "@/lib/moderation/schema";

/** What belongs to each list (`c` is the comment). In words that an index of the same words is found by. */
const members: Record<Queue, Prisma.Sql> = {
  pending: Prisma.sql`c.status = 'pending'`,
  reported: Prisma.sql`c.status = 'published' AND c."openReports" > 0`,
  helper: Prisma.sql`c.status = 'pending' AND held_steps(c.held) @> '{learned}'`,
  published: Prisma.sql`c.status = 'published'`,
  rejected: Prisma.sql`c.status = 'rejected'`,
  removed: Prisma.sql`c.status = 'removed'`,
  all: Prisma.sql`c.status <> 'deleted'`,
};

const ageOf: Record<WaitedFor, number> = { hour, day, week: 7 * day };

/** The condition of a list of the queue, narrowed by these filters. */
export async function listed(status: Queue, filters: QueueFilters): Promise<Prisma.Sql> {
  const { article, person, reason, since, before, older, lang, q } = filters;
  const conditions = [members[status]];
  if (article) conditions.push(Prisma.sql`c."articleId" = (SELECT id FROM articles WHERE slug = ${article})`);
  if (person) conditions.push(Prisma.sql`c."authorId" = (SELECT id FROM accounts WHERE handle = ${person})`);
  if (reason) conditions.push(hereFor(status, reason));
  if (since) conditions.push(Prisma.sql`c."createdAt" >= ${since}::timestamptz`);
  if (before) conditions.push(Prisma.sql`c."createdAt" < ${before}::timestamptz`);
  if (older) conditions.push(Prisma.sql`c."createdAt" < ${after(now(), -ageOf[older])}::timestamptz`);
  if (lang) conditions.push(Prisma.sql`c."articleId" IN (SELECT id FROM articles WHERE lang = ${lang})`);
  if (q) conditions.push(await saying(q));
  return Prisma.join(conditions, " AND ");
}

const reported = z.enum(reasons);

function hereFor(status: Queue, reason: string): Prisma.Sql {
  const known = reported.safeParse(reason);
  if (!known.success) return Prisma.sql`held_steps(c.held) @> ARRAY[${reason}]::text[]`;
  const open = status === "reported" ? Prisma.sql`AND r.status = 'open'` : Prisma.empty;
  return Prisma.sql`EXISTS (SELECT 1 FROM reports r WHERE r."commentId" = c.id AND r.reason = ${known.data}::"ReportReason" ${open})`;
}

/**
 * Comments that say these words. A rare word is looked up and its few comments put in order; a common one is met soon enough by going through
 * the list in its order. Which of the two it is, the index is asked first: the planner guesses badly.
 */
async function saying(words: string): Promise<Prisma.Sql> {
  const query = Prisma.sql`websearch_to_tsquery('simple', ${spaced(words)})`;
  const [found] = await db.$queryRaw<{ many: boolean }[]>`
    SELECT count(*) > ${fewFound}::int AS many FROM (SELECT 1 FROM comment_words WHERE words @@ ${query} LIMIT ${fewFound + 1}::int) few`;
  return found?.many
    ? Prisma.sql`(SELECT w.words @@ ${query} FROM comment_words w WHERE w."commentId" = c.id)`
    : Prisma.sql`c.id = ANY(ARRAY(SELECT w."commentId" FROM comment_words w WHERE w.words @@ ${query}))`;
}

/**
 * What was typed, parted where `comment_words` of the database parts what was written: at every mark of ASCII, but for the quotation marks and the
 * minus before a word, which `websearch_to_tsquery` reads. A run of characters that are words each is sought as it stands.
 */
function spaced(words: string): string {
  const mark = /[!#-,./:-@[-`{-~]|(?<=\S)-/g;
  const run = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+/gu;
  return words.replace(mark, " ").replace(run, (found) => ` "${[...found].join(" ")}" `);
}
