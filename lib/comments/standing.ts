import { repeatedFrom, repeatedWithinHours } from "@/lib/comments/limits";
import { type InForce, lastKnown, lastVersion, rulesOf } from "@/lib/comments/screening/in-force";
import type { Repute } from "@/lib/comments/screening/judge";
import type { Flood, Rules } from "@/lib/comments/screening/rules";
import type { Words } from "@/lib/comments/words";
import { db, Prisma } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { codePoints } from "@/lib/text";
import { removedOf, trustIn } from "@/lib/trust";
import type { ArticleStatus, CommentPolicy, CommentStatus, Voting } from "@/prisma/generated/enums";

/** Where a comment would stand, and what screening asks of its writer. */
export interface Place {
  articleId: string;
  articleSlug: string;
  status: ArticleStatus;
  commentPolicy: CommentPolicy;
  /** Of the parent; null where there is none, or none of that id in this article. */
  parentStatus: CommentStatus | null;
  parentDepth: number | null;
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
      p.status::text AS "parentStatus", p.depth AS "parentDepth",
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

/** A comment that its writer or a voter is about to change, locked until the transaction ends. */
export interface Standing {
  id: string;
  articleId: string;
  articleSlug: string;
  parentId: string | null;
  authorId: string | null;
  body: string;
  html: string;
  revision: number;
  status: CommentStatus;
  replyCount: number;
  createdAt: Date;
  editedAt: Date | null;
  commentPolicy: CommentPolicy;
  /** The writer's published comments. */
  published: number;
}

/** Locks the comment first, before whatever else its change touches. Throws `not_found`, also under an article that is not published. */
export async function standing(id: string): Promise<Standing> {
  const [comment] = await db.$queryRaw<Standing[]>`
    SELECT c.id::text AS id, c."articleId"::text AS "articleId", a.slug AS "articleSlug", c."parentId"::text AS "parentId",
      c."authorId"::text AS "authorId", c.body, c.html, c.revision, c.status::text AS status, c."replyCount", c."createdAt", c."editedAt",
      a."commentPolicy"::text AS "commentPolicy",
      coalesce((SELECT "publishedCount" FROM accounts WHERE id = c."authorId"), 0) AS published
    FROM comments c JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
    WHERE c.id = ${id}::uuid
    FOR NO KEY UPDATE OF c`;
  if (!comment) throw notFound();
  return comment;
}

/** Whether the new words of an edited comment stand elsewhere too. */
export async function isRepeated(writerId: string, words: Words, at: Date, id: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ repeated: boolean }[]>`SELECT ${repeated(writerId, words, at, id)} AS repeated`;
  return row?.repeated ?? false;
}

export type Vote = 1 | -1 | 0;

/** A comment and this reader's vote on it, as they are now. */
export interface Votable {
  authorId: string | null;
  articleSlug: string;
  status: CommentStatus;
  replyCount: number;
  score: number;
  own: Vote;
  voting: Voting;
}

/** Reads what a vote depends on. Throws `not_found`, also under an article that is not published. */
export async function votable(by: { id: string }, id: string): Promise<Votable> {
  const [comment] = await db.$queryRaw<Votable[]>`
    SELECT c."authorId"::text AS "authorId", a.slug AS "articleSlug", c.status::text AS status, c."replyCount", c.score,
      coalesce(v.value, 0)::int AS own, (SELECT voting::text FROM settings WHERE id = 1) AS voting
    FROM comments c JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
    LEFT JOIN votes v ON v."commentId" = c.id AND v."accountId" = ${by.id}::uuid
    WHERE c.id = ${id}::uuid`;
  if (!comment) throw notFound();
  return comment;
}

/** A comment that an author or an editor may choose to stand out, with whose article it answers. */
export interface Choosable {
  articleId: string;
  articleSlug: string;
  authorId: string | null;
  depth: number;
  status: CommentStatus;
  replyCount: number;
  authors: { accountId: string }[];
}

/** Locks the comment: nobody takes it away meanwhile. Throws `not_found`, also under an article that is not published. */
export async function choosable(id: string): Promise<Choosable> {
  const [comment] = await db.$queryRaw<Choosable[]>`
    SELECT c."articleId"::text AS "articleId", a.slug AS "articleSlug", c."authorId"::text AS "authorId", c.depth,
      c.status::text AS status, c."replyCount",
      (SELECT coalesce(json_agg(json_build_object('accountId', w."accountId")), '[]') FROM article_authors w WHERE w."articleId" = a.id) AS authors
    FROM comments c JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
    WHERE c.id = ${id}::uuid
    FOR SHARE OF c`;
  if (!comment) throw notFound();
  return comment;
}
