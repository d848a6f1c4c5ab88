import { repeatedFrom, repeatedWithinHours } from "@/lib/comments/limits";
import { type InForce, lastKnown, lastVersion, rulesOf } from "@/lib/comments/screening/in-force";
import type { Repute } from "@/lib/comments/screening/judge";
import type { Flood, Rules } from "@/lib/comments/screening/rules";
import type { Words } from "@/lib/comments/words";
import { db, Prisma } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { codePoints } from "@/lib/text";
import { removedOf, trustIn } from "@/lib/trust";
import type { ArticleStatus, CommentPolicy, CommentStatus } from "@/prisma/generated/enums";

/** Where a comment would stand, and what screening asks of its writer. */
export interface Place {
  articleId: string;
  articleSlug: string;
  status: ArticleStatus;
  commentPolicy: CommentPolicy;
  /** Of the parent; null where there is none, or none of that id in this article. */
  parentStatus: CommentStatus | null;
  parentDepth: number | null;
  /** Whether readers see the parent, or a tombstone in its place. */
  parentShown: boolean | null;
  published: number;
  /** What trust and a measure against the writer say: see `reputeOf`. */
  days: number;
  removed: number;
  trust: unknown;
  held: boolean;
  heldUntil: Date | null;
  repeated: boolean;
  /** The last version of the rules, and the comments within the minutes that they, and those in shadow, look back. */
  rules: string;
  byWriter: number;
  underArticle: number;
  shadowByWriter: number;
  shadowUnderArticle: number;
}

interface Asked {
  articleId?: string | undefined;
  slug?: string | undefined;
  parentId: string | null;
  writerId: string;
  words: Words;
  at: Date;
}

/** As `placeFor`, with the rules that judge there: those that this process has compiled, unless others were written since. */
export async function placeAndRules(asked: Asked): Promise<{ place: Place; inForce: InForce }> {
  const known = lastKnown();
  const place = await placeFor(asked, known);
  if (place.rules === known.version) return { place, inForce: known };
  const inForce = await rulesOf(place.rules);
  return { place: await placeFor(asked, inForce), inForce };
}

/** One read of all that posting asks. Throws `not_found` for an article that is not there or not published. */
async function placeFor(
  { articleId, slug, parentId, writerId, words, at }: Asked,
  { rules, shadow }: InForce,
): Promise<Place> {
  const which = articleId ? Prisma.sql`a.id = ${articleId}::uuid` : Prisma.sql`a.slug = ${slug ?? ""}`;
  const [place] = await db.$queryRaw<Place[]>`
    SELECT a.id::text AS "articleId", a.slug AS "articleSlug", a.status::text AS status, a."commentPolicy"::text AS "commentPolicy",
      p.status::text AS "parentStatus", p.depth AS "parentDepth", p.shown AS "parentShown",
      w."publishedCount" AS published, ${reputeAt(at)},
      ${repeated(writerId, words, at, null)} AS repeated, ${lastVersion} AS rules,
      ${recent(Prisma.sql`f."authorId" = w.id`, rules.flood, rules, at)} AS "byWriter",
      ${recent(Prisma.sql`f."articleId" = a.id`, rules.threadFlood, rules, at)} AS "underArticle",
      ${recent(Prisma.sql`f."authorId" = w.id`, shadow?.flood, shadow, at)} AS "shadowByWriter",
      ${recent(Prisma.sql`f."articleId" = a.id`, shadow?.threadFlood, shadow, at)} AS "shadowUnderArticle"
    FROM articles a JOIN accounts w ON w.id = ${writerId}::uuid LEFT JOIN comments p ON p.id = ${parentId}::uuid AND p."articleId" = a.id
    WHERE ${which}`;
  if (place?.status !== "published") throw notFound();
  return place;
}

/** What is known of the writer, the account `w`, as a part of a statement. Of staff nothing is counted: they are trusted. */
const reputeAt = (at: Date) => Prisma.sql`
  greatest(0, floor(extract(epoch FROM ${at}::timestamptz - w."createdAt") / 86400))::int AS days,
  CASE WHEN w.role = 'reader' THEN ${removedOf(Prisma.sql`w.id`, at)} ELSE 0 END AS removed,
  (SELECT s.trust FROM settings s WHERE s.id = 1) AS trust,
  coalesce(w."heldUntil" > ${at}::timestamptz, false) AS held,
  CASE WHEN isfinite(w."heldUntil") THEN w."heldUntil" END AS "heldUntil"`;

type ReputeRow = Pick<Place, "days" | "removed" | "trust" | "held" | "heldUntil">;

/** What is known of a writer, as screening asks it. */
export const reputeOf = ({ days, removed, trust, held, heldUntil }: ReputeRow): Repute => ({
  ...{ days, removed },
  trust: trustIn(trust),
  held: held ? { until: heldUntil } : null,
});

/** As `reputeOf`, of somebody who changes a comment. */
export async function reputeOfWriter(id: string, at: Date): Promise<Repute> {
  const [row] = await db.$queryRaw<ReputeRow[]>`SELECT ${reputeAt(at)} FROM accounts w WHERE w.id = ${id}::uuid`;
  if (!row) throw notFound();
  return reputeOf(row);
}

/** How many comments came within a rule's minutes; only of new writers is it asked, and only up to what the rule needs. */
function recent(whose: Prisma.Sql, flood: Flood | null | undefined, rules: Rules | null, at: Date): Prisma.Sql {
  if (!flood || !rules) return Prisma.sql`0`;
  return Prisma.sql`CASE WHEN w."publishedCount" >= ${rules.newBelow}::int OR w.role <> 'reader' THEN 0 ELSE (
    SELECT count(*)::int FROM (
      SELECT FROM comments f
      WHERE ${whose} AND f."createdAt" > ${at}::timestamptz - make_interval(mins => ${flood.minutes}::int)
        AND f."createdAt" <= ${at}::timestamptz
      LIMIT ${flood.count}::int
    ) few) END`;
}

/** Whether the writer said the same elsewhere within a day; a few words may be said often. */
function repeated(writerId: string, { body, bodyHash }: Words, at: Date, butNot: string | null): Prisma.Sql {
  if (codePoints(body) < repeatedFrom) return Prisma.sql`false`;
  return Prisma.sql`EXISTS (
    SELECT 1 FROM comments r
    WHERE r."authorId" = ${writerId}::uuid AND r."bodyHash" = ${bodyHash} AND r.status <> 'deleted'
      AND r.id IS DISTINCT FROM ${butNot}::uuid
      AND r."createdAt" > ${at}::timestamptz - make_interval(hours => ${repeatedWithinHours}::int))`;
}

/** Whether the new words of an edited comment stand elsewhere too. */
export async function isRepeated(writerId: string, words: Words, at: Date, id: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ repeated: boolean }[]>`SELECT ${repeated(writerId, words, at, id)} AS repeated`;
  return row?.repeated ?? false;
}
