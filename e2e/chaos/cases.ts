import { randomUUID } from "node:crypto";
import type { CommentStatus, DecisionAction } from "../../prisma/generated/enums";
import { crowd, type Somebody } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import type { Chance } from "./chance";

/** A comment that one moderator decides on: how it must stand by now, and what was done to it. */
export interface Case {
  id: string;
  status: CommentStatus;
  openReports: number;
  done: { action: DecisionAction; undone: boolean }[];
}

interface Row {
  id: string;
  articleId: string;
  parentId: string | null;
  depth: number;
  authorId: string;
  status: "pending" | "published";
  openReports: number;
}

/** So many comments in threads of their own, waiting, published, or published and reported, and every counter as it should be. */
export async function makeCases(count: number, chance: Chance): Promise<Case[]> {
  const writers = await crowd(8);
  const articles = [await article(), await article()];
  const rows: Row[] = [];
  for (let made = 0; made < count; made++) rows.push(rowAfter(rows, { articles, writers, chance }));
  await insert(rows);
  await report(rows, await crowd(3));
  await countAgain();
  return rows.map(({ id, status, openReports }) => ({ id, status, openReports, done: [] }));
}

interface Scene {
  articles: readonly string[];
  writers: readonly Somebody[];
  chance: Chance;
}

function rowAfter(rows: readonly Row[], { articles, writers, chance }: Scene): Row {
  const above = rows.filter(({ status }) => status === "published");
  const parent = above.length > 0 && chance.below(2) === 0 ? chance.pick(above) : undefined;
  const status = chance.pick(["pending", "published"] as const);
  return {
    id: randomUUID(),
    articleId: parent?.articleId ?? chance.pick(articles),
    parentId: parent?.id ?? null,
    depth: parent ? parent.depth + 1 : 0,
    authorId: chance.pick(writers).id,
    status,
    openReports: status === "published" ? chance.pick([0, 1, 3]) : 0,
  };
}

async function article(): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO articles (id, slug, status, title, standfirst, body, html, "wordCount", "publishedAt", "commentPolicy")
     VALUES ($1::uuid, $1::text, 'published', 'Under judgement', '', 'Words.', '<p>Words.</p>', 1, now(), 'open')`,
    [id],
  );
  return id;
}

async function insert(rows: readonly Row[]): Promise<void> {
  await sql(
    `INSERT INTO comments (id, "articleId", "parentId", depth, "authorId", body, html, "bodyHash", status)
     SELECT id, "articleId", "parentId", depth, "authorId", 'Words.', '<p>Words.</p>', id::text, status::"CommentStatus"
     FROM json_to_recordset($1) AS given (id uuid, "articleId" uuid, "parentId" uuid, depth int, "authorId" uuid, status text)`,
    [JSON.stringify(rows)],
  );
}

/** The last of three reports is of somebody without an account. */
async function report(rows: readonly Row[], [first, second]: readonly Somebody[]): Promise<void> {
  const reports = rows.flatMap(({ id: commentId, openReports }) =>
    [{ reporterId: first?.id }, { reporterId: second?.id }, { address: `${commentId}@example.org` }]
      .slice(0, openReports)
      .map((by) => ({ id: randomUUID(), commentId, ...by })),
  );
  await sql(
    `INSERT INTO reports (id, "commentId", "reporterId", address, reason)
     SELECT id, "commentId", "reporterId", address, 'off_topic'
     FROM json_to_recordset($1) AS given (id uuid, "commentId" uuid, "reporterId" uuid, address text)`,
    [JSON.stringify(reports)],
  );
}

async function countAgain(): Promise<void> {
  await sql(
    `UPDATE comments p SET "replyCount" = (SELECT count(*) FROM comments c WHERE c."parentId" = p.id AND c.shown),
       "openReports" = (SELECT count(*) FROM reports r WHERE r."commentId" = p.id)`,
  );
  const published = (of: string) => `(SELECT count(*) FROM comments c WHERE ${of} AND c.status = 'published')`;
  await sql(`UPDATE articles a SET "commentCount" = ${published('c."articleId" = a.id')}`);
  await sql(`UPDATE accounts w SET "publishedCount" = ${published('c."authorId" = w.id')}`);
}
