import { Prisma } from "@/lib/db";
import { large, list, type Pages, pages, single, wordy } from "@/lib/notifications/export-pages";

const { sql } = Prisma;

/** Words before each change, of pieces under their name; joined with the piece, so by its key and the number of the revision. */
function earlierVersions(me: string): Pages {
  return pages(
    large,
    ({ at, id, revision = 0 }) => sql`
      SELECT a."createdAt" AS at, a.id::text AS id, a.slug, r.revision, r.title, r.standfirst, r.body, r."savedAt"
      FROM article_authors w JOIN articles a ON a.id = w."articleId" JOIN article_revisions r ON r."articleId" = a.id AND r.revision < a.revision
      WHERE w."accountId" = ${me}::uuid AND (a."createdAt", a.id, r.revision) > (${at}::timestamptz, ${id}::uuid, ${revision}::int)
      ORDER BY a."createdAt", a.id, r.revision`,
  );
}

/** What they uploaded, and the portrait they wear, which somebody else may have uploaded first. A picture's key is the hash of its bytes. */
function pictures(me: string): Pages {
  return pages(
    single,
    ({ at, id }) => Prisma.sql`
      SELECT p."createdAt" AS at, p.hash AS id, 'image/' || p.ext AS type, p.width, p.height,
        replace(encode(p.bytes, 'base64'), chr(10), '') AS data
      FROM pictures p
      WHERE (p."createdBy" = ${me}::uuid OR p.hash = (SELECT split_part(avatar, '.', 1) FROM accounts WHERE id = ${me}::uuid))
        AND (p."createdAt", p.hash) > (${at}::timestamptz, ${id}::text)
      ORDER BY p."createdAt", p.hash`,
  );
}

/** Rules of screening that they wrote, by their number, which grows with time. */
function ruleVersions(me: string): Pages {
  return pages(
    single,
    ({ at, id }) => sql`
      SELECT r.at, r.number::text AS id, r.number, r.mode::text AS mode, r.why, r.restored, r.document FROM rule_versions r
      WHERE r."byId" = ${me}::uuid AND ${stillModerates(me)} AND (r.at, r.number::text) > (${at}::timestamptz, ${id}::text)
      ORDER BY r.at, r.number::text`,
  );
}

/** What the team alone reads is for whoever is of it when it is read: it does not leave with somebody who no longer is. */
const stillModerates = (me: string) => sql`EXISTS (
  SELECT 1 FROM accounts WHERE id = ${me}::uuid AND status = 'active' AND role IN ('moderator', 'admin'))`;

const tags = sql`(
  SELECT coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name) ORDER BY x.position), '[]')
  FROM article_tags x JOIN tags t ON t.id = x."tagId" WHERE x."articleId" = a.id)`;
const picture = sql`CASE WHEN a."pictureUrl" IS NOT NULL THEN
  json_build_object('url', a."pictureUrl", 'alt', a."pictureAlt", 'caption', a."pictureCaption", 'credit', a."pictureCredit") END`;

/** The lists of an export that come of what somebody does here for others: what they published, and what they did as one of the team. */
export const works: Record<string, (me: string) => Pages> = {
  articles: (me) =>
    list(large, {
      what: sql`a.slug, a.status::text AS status, a.lang, a.title, a.standfirst, a.section, a.body, a.revision, a."publishedAt", a."updatedAt",
        ${tags} AS tags, ${picture} AS picture
        FROM article_authors w JOIN articles a ON a.id = w."articleId"`,
      whose: sql`w."accountId" = ${me}::uuid`,
      at: sql`a."createdAt"`,
      id: sql`a.id`,
    }),
  earlierVersions,
  pictures,
  acts: (me) =>
    list(wordy, {
      what: sql`e.type, e.subject::text AS subject, CASE WHEN e.type LIKE 'comment.%' THEN e.subject::text END AS "commentId",
        e.data - 'noteHash' AS data, CASE WHEN ${stillModerates(me)} THEN n.note END AS note
        FROM events e LEFT JOIN event_notes n ON n."eventId" = e.id`,
      whose: sql`e."actorId" = ${me}::uuid`,
      at: sql`e.at`,
      id: sql`e.id`,
    }),
  ruleVersions,
  notesWritten: (me) =>
    list(wordy, {
      what: sql`p.handle, p.name, n.note FROM account_notes n JOIN accounts p ON p.id = n."accountId"`,
      whose: sql`n."byId" = ${me}::uuid AND ${stillModerates(me)}`,
      at: sql`n.at`,
      id: sql`n.id`,
    }),
};
