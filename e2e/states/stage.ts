import { createHmac, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { cookiesOf, crowd, one, type Somebody } from "../fixtures/crowd";
import { sql } from "../fixtures/database";

/** Makes the browser of a page that somebody's. */
export async function be(page: Page, somebody: Somebody): Promise<void> {
  await page.context().addCookies(cookiesOf(somebody));
}

/** One value of the database, for a state that the demonstration has somewhere. */
export async function found(query: string, values: unknown[] = []): Promise<string> {
  const [row] = await sql<{ found: string }>(query, values);
  if (row) return row.found;
  throw new Error(`The demonstration has nothing for: ${query}`);
}

/** A comment of somebody's own in that status, under the demonstration's busiest piece. */
export async function ownComment(
  page: Page,
  status: "pending" | "published" | "rejected" | "removed",
): Promise<string> {
  const writer = await one({ published: 1 });
  const [moderator] = await crowd(1, { role: "moderator" });
  const id = randomUUID();
  await sql(
    `INSERT INTO comments (id, "articleId", "authorId", body, html, "bodyHash", status)
     SELECT $1::uuid, id, $2::uuid, 'My own words.', '<p>My own words.</p>', $1::text, $3::"CommentStatus"
     FROM articles WHERE status = 'published' ORDER BY "commentCount" DESC LIMIT 1`,
    [id, writer.id, status],
  );
  const act = { rejected: ["reject", "pending"], removed: ["remove", "published"] }[String(status)];
  if (act) {
    await sql(
      `INSERT INTO decisions (id, "commentId", revision, action, "moderatorId", reason, note, "fromStatus", "toStatus")
       VALUES ($1, $2, 1, $3::"DecisionAction", $4, 'off_topic', 'Quote the sentence that you mean.', $5::"CommentStatus", $6::"CommentStatus")`,
      [randomUUID(), id, act[0], moderator?.id, act[1], status],
    );
  }
  await be(page, writer);
  return id;
}

/** The end of a link that was mailed, signed as `lib/notifications/unsubscribe-token.ts` signs it. */
export async function unsubscribeToken(): Promise<string> {
  const { id } = await one();
  const payload = Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), Buffer.from([0])]);
  return signed("unsubscribe:", payload, await authSecret());
}

/** Why a comment of somebody's own was removed, as they are told; with their objection, and its answer. */
export async function ownStatement(page: Page, objection?: "open" | "granted" | "refused"): Promise<string> {
  const commentId = await ownComment(page, "removed");
  const [id, objectionId] = [randomUUID(), randomUUID()];
  await sql(
    `INSERT INTO statements (id, "accountId", "commentId", "decisionId", measure, reason, facts, "foundBy", at, "tellsAt")
     SELECT $1, c."authorId", c.id, d.id, 'comment_removed', 'off_topic', d.note, 'report', now() - interval '1 day', now() - interval '1 day'
     FROM comments c JOIN decisions d ON d."commentId" = c.id WHERE c.id = $2`,
    [id, commentId],
  );
  if (!objection) return id;
  await sql(
    `INSERT INTO objections (id, "statementId", "accountId", words) SELECT $1, id, "accountId", 'It was about the bridge.' FROM statements WHERE id = $2`,
    [objectionId, id],
  );
  if (objection !== "open")
    await sql(
      `UPDATE objections SET status = $2::"ObjectionStatus", answer = 'We read it again.', "answeredAt" = now() WHERE id = $1`,
      [objectionId, objection],
    );
  return id;
}

/** The end of the link that is mailed with a statement, signed as `lib/moderation/fairness/letter-token.ts` signs it. */
export async function letterToken(statementId: string): Promise<string> {
  const payload = Buffer.concat([Buffer.from([1]), Buffer.from(statementId.replaceAll("-", ""), "hex")]);
  return signed("statement:", payload, await authSecret());
}

const authSecret = () => found("SELECT value AS found FROM secrets WHERE name = 'auth_secret'");

function signed(purpose: string, payload: Buffer, secret: string): string {
  const seal = createHmac("sha256", secret).update(purpose).update(payload).digest().subarray(0, 16);
  return Buffer.concat([payload, seal]).toString("base64url");
}

/** Not one of the standing pages: people write to those, and do not answer one another. */
export const busiest = () =>
  found(
    `SELECT slug AS found FROM articles WHERE status = 'published' AND slug NOT IN ('letters-to-the-editor', 'what-should-we-count-next')
     ORDER BY "commentCount" DESC LIMIT 1`,
  );

export const someComment = () =>
  found(
    `SELECT id AS found FROM comments WHERE status = 'published' AND "replyCount" > 1 AND "parentId" IS NULL ORDER BY "createdAt" LIMIT 1`,
  );

/** A published comment whose words were changed. */
export async function changedComment(): Promise<string> {
  const id = await someComment();
  await sql(
    `INSERT INTO comment_revisions ("commentId", revision, body, html, status, "writtenAt")
     SELECT id, revision, 'The words before.', '<p>The words before.</p>', 'published', "createdAt" FROM comments WHERE id = $1
     ON CONFLICT DO NOTHING`,
    [id],
  );
  await sql('UPDATE comments SET revision = revision + 1, "editedAt" = now() WHERE id = $1', [id]);
  return id;
}
