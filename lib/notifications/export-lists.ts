import { after, now, second } from "@/lib/clock";
import { permalinkOf } from "@/lib/comments/comment";
import { undoSeconds } from "@/lib/comments/limits";
import { db, Prisma } from "@/lib/db";

// The lists of an export, each read page by page along an index: the next page is read when the one before was taken.

/** Rows of a few hundred bytes, rows with words of up to 40 KB, pieces of up to 800 KB. */
const [small, wordy, large] = [2_000, 200, 5];
/** A picture has up to a megabyte or two. */
const onePicture = 1;

/** The row after which a page begins. */
interface Mark {
  at: Date;
  id: string;
  revision?: number;
}
const beginning: Mark = { at: new Date(0), id: "00000000-0000-0000-0000-000000000000", revision: 0 };

type Row = Mark & { commentId?: string | null };
type Pages = AsyncGenerator<object[]>;

async function* pages(limit: number, page: (after: Mark) => Prisma.Sql): Pages {
  for (let mark: Mark | undefined = beginning; mark; ) {
    const rows: Row[] = await db.$queryRaw<Row[]>`${page(mark)} LIMIT ${limit}::int`;
    yield rows.map(withAddress);
    mark = rows.length < limit ? undefined : rows.at(-1);
  }
}

const withAddress = (row: Row): object =>
  row.commentId ? { ...row, permalink: permalinkOf({ id: row.commentId }) } : row;

interface List {
  /** What is told, from where. */
  what: Prisma.Sql;
  whose: Prisma.Sql;
  at: Prisma.Sql;
  id: Prisma.Sql;
}

/** In the order of time. */
function list(limit: number, { what, whose, at, id }: List): Pages {
  return pages(
    limit,
    (mark) => Prisma.sql`
      SELECT ${at} AS at, ${id}::text AS id, ${what}
      WHERE ${whose} AND (${at}, ${id}) > (${mark.at}::timestamptz, ${mark.id}::uuid) ORDER BY ${at}, ${id}`,
  );
}

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

/** What they uploaded, and the portrait they wear, which somebody else may have uploaded first. A picture's key is the hash of its bytes. */
function pictures(me: string): Pages {
  return pages(
    onePicture,
    ({ at, id }) => Prisma.sql`
      SELECT p."createdAt" AS at, p.hash AS id, 'image/' || p.ext AS type, p.width, p.height,
        replace(encode(p.bytes, 'base64'), chr(10), '') AS data
      FROM pictures p
      WHERE (p."createdBy" = ${me}::uuid OR p.hash = (SELECT split_part(avatar, '.', 1) FROM accounts WHERE id = ${me}::uuid))
        AND (p."createdAt", p.hash) > (${at}::timestamptz, ${id}::text)
      ORDER BY p."createdAt", p.hash`,
  );
}

const { sql } = Prisma;
const commentAt = { at: sql`c."createdAt"`, id: sql`c.id` };

/** Every list of what is somebody's own, by its name in the export. */
export const lists: Record<string, (me: string) => Pages> = {
  history: (me) =>
    list(small, {
      what: sql`e.type, e.data FROM events e`,
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
        s."foundBy"::text AS "foundBy", s.automated, m.until, s."withdrawnAt"
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
  articles: (me) =>
    list(large, {
      what: sql`a.slug, a.status::text AS status, a.lang, a.title, a.standfirst, a.section, a.body, a.revision, a."publishedAt", a."updatedAt"
        FROM article_authors w JOIN articles a ON a.id = w."articleId"`,
      whose: sql`w."accountId" = ${me}::uuid`,
      at: sql`a."createdAt"`,
      id: sql`a.id`,
    }),
  pictures,
};
