import { after, now, second } from "@/lib/clock";
import { undoSeconds } from "@/lib/comments/limits";
import { Prisma } from "@/lib/db";
import { list, type Pages, pages, small, wordy } from "@/lib/notifications/export-pages";
import { works } from "@/lib/notifications/export-works";

/** Joined with the comment, so by its key and the number of the revision. */
function earlierWords(me: string): Pages {
  return pages(
    wordy,
    ({ at, id, revision = 0 }) => Prisma.sql`
      SELECT c."createdAt" AS at, c.id::text AS id, c.id::text AS "commentId", r.revision, r.body, r."writtenAt"
      FROM comments c JOIN comment_revisions r ON r."commentId" = c.id
      WHERE c."authorId" = ${me}::uuid AND c.revision > 1 AND c."createdAt" >= ${at}::timestamptz
        AND (c."createdAt", c.id, r.revision) > (${at}::timestamptz, ${id}::uuid, ${revision}::int)
      ORDER BY c."createdAt", c.id, r.revision`,
  );
}

const { sql } = Prisma;
const commentAt = { at: sql`c."createdAt"`, id: sql`c.id` };

/** Why rules held it, with the words of it that they found; not what they look for, which would tell everybody how to walk around them. */
const reasons = sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('found', jsonb_path_query_array(why, '$.matched[*].found')) || (why - 'matched') ORDER BY place), '[]')
  FROM jsonb_array_elements(c.held) WITH ORDINALITY reason (why, place))`;

/** Every list of what is somebody's own, by its name in the export. */
export const lists: Record<string, (me: string) => Pages> = {
  history: (me) =>
    list(small, {
      what: sql`e.type, e.data - 'noteHash' AS data FROM events e`,
      whose: sql`e.subject = ${me}::uuid`,
      at: sql`e.at`,
      id: sql`e.id`,
    }),
  comments: (me) =>
    list(wordy, {
      what: sql`c.id::text AS "commentId", a.slug AS "articleSlug", a.title AS "articleTitle", c."parentId"::text AS "parentId",
        c.status::text AS status, c.body, c.revision, c.ups, c.downs, c."replyCount", c."editedAt"
        FROM comments c JOIN articles a ON a.id = c."articleId"`,
      whose: sql`c."authorId" = ${me}::uuid`,
      ...commentAt,
    }),
  earlierWords,
  screening: (me) =>
    list(wordy, {
      what: sql`c.id::text AS "commentId", ${reasons} AS held, c.screened,
        (SELECT json_build_object('model', l.model, 'score', l.score) FROM learned_scores l WHERE l."commentId" = c.id) AS "waitingScore",
        (SELECT json_build_object('model', l.model, 'score', l.score, 'turnedAway', l.bad) FROM learned_trials l WHERE l."commentId" = c.id) AS "decidedScore"
        FROM comments c`,
      whose: sql`c."authorId" = ${me}::uuid AND (c.held <> '[]' OR c.screened IS NOT NULL)`,
      ...commentAt,
    }),
  decisions: (me) =>
    list(small, {
      what: sql`d."commentId"::text AS "commentId", d.action::text AS action, d.reason::text AS reason, d.note
        FROM comments c JOIN decisions d ON d."commentId" = c.id AND NOT EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = d.id)`,
      whose: sql`c."authorId" = ${me}::uuid AND d.at <= ${after(now(), -undoSeconds * second)}::timestamptz`,
      at: sql`d.at`,
      id: sql`d.id`,
    }),
  statements: (me) =>
    list(wordy, {
      what: sql`s."commentId"::text AS "commentId", s.measure::text AS measure, s.ground::text AS ground, s.reason::text AS reason, s.facts,
        s."foundBy"::text AS "foundBy", s.automated, m.until, m."endedAt", s."withdrawnAt"
        FROM statements s LEFT JOIN sanctions m ON m.id = s."sanctionId"`,
      whose: sql`s."accountId" = ${me}::uuid AND s."tellsAt" <= ${now()}::timestamptz AND (s."withdrawnAt" IS NULL OR s."withdrawnAt" >= s."tellsAt")`,
      at: sql`s.at`,
      id: sql`s.id`,
    }),
  objections: (me) =>
    list(wordy, {
      what: sql`o."statementId"::text AS "statementId", o.words, o.status::text AS status, o.answer, o."answeredAt" FROM objections o`,
      whose: sql`o."accountId" = ${me}::uuid`,
      at: sql`o.at`,
      id: sql`o.id`,
    }),
  formerNames: (me) =>
    list(small, {
      what: sql`o.name FROM old_names o`,
      whose: sql`o."accountId" = ${me}::uuid`,
      at: sql`o.until`,
      id: sql`o.id`,
    }),
  votes: (me) =>
    list(small, {
      what: sql`v."commentId"::text AS "commentId", v.value FROM votes v`,
      whose: sql`v."accountId" = ${me}::uuid`,
      at: sql`v.at`,
      id: sql`v."commentId"`,
    }),
  picks: (me) =>
    list(small, {
      what: sql`k."commentId"::text AS "commentId" FROM picks k`,
      whose: sql`k."pickedById" = ${me}::uuid`,
      at: sql`k.at`,
      id: sql`k."commentId"`,
    }),
  pins: (me) =>
    list(small, {
      what: sql`k."commentId"::text AS "commentId" FROM pins k`,
      whose: sql`k."pinnedById" = ${me}::uuid`,
      at: sql`k.at`,
      id: sql`k."commentId"`,
    }),
  reports: (me) =>
    list(wordy, {
      what: sql`r."commentId"::text AS "commentId", r.reason::text AS reason, r.note, r.status::text AS status FROM reports r`,
      whose: sql`r."reporterId" = ${me}::uuid`,
      at: sql`r."createdAt"`,
      id: sql`r.id`,
    }),
  mentions: (me) =>
    list(small, {
      what: sql`c.id::text AS "commentId" FROM mentions m JOIN comments c ON c.id = m."commentId"`,
      whose: sql`m."accountId" = ${me}::uuid`,
      ...commentAt,
    }),
  notifications: (me) =>
    list(small, {
      what: sql`n.kind::text AS kind, n."commentId"::text AS "commentId", n."readAt", n."mailedAt" FROM notifications n`,
      whose: sql`n."accountId" = ${me}::uuid`,
      at: sql`n.at`,
      id: sql`n.id`,
    }),
  followedThreads: (me) =>
    list(small, {
      what: sql`a.slug AS "articleSlug", a.title AS "articleTitle" FROM thread_follows f JOIN articles a ON a.id = f."articleId"`,
      whose: sql`f."accountId" = ${me}::uuid AND a.status = 'published'`,
      at: sql`f.at`,
      id: sql`f."articleId"`,
    }),
  followedPeople: (me) =>
    list(small, {
      what: sql`p.handle, p.name FROM person_follows f JOIN accounts p ON p.id = f."personId"`,
      whose: sql`f."accountId" = ${me}::uuid`,
      at: sql`f.at`,
      id: sql`f."personId"`,
    }),
  ignored: (me) =>
    list(small, {
      what: sql`p.handle, p.name FROM ignores i JOIN accounts p ON p.id = i."personId"`,
      whose: sql`i."accountId" = ${me}::uuid`,
      at: sql`i.at`,
      id: sql`i."personId"`,
    }),
  ...works,
};
