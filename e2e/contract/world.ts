import { randomUUID } from "node:crypto";
import { crowd, one, type Somebody } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import type { Role } from "../fixtures/people";
import type { World } from "./routes";

/** An article of its own with one published and one waiting comment. */
export async function makeWorld(): Promise<World & { author: Somebody; writer: Somebody }> {
  const [author, writer] = [await one({ role: "author" }), await one()];
  const [articleId, commentId, waitingId] = [randomUUID(), randomUUID(), randomUUID()];
  const slug = `world-${articleId}`;
  await sql(
    `INSERT INTO articles (id, slug, status, title, standfirst, body, html, "wordCount", "publishedAt", "commentCount")
     VALUES ($1, $2, 'published', 'A world', 'Of its own.', 'Words.', '<p>Words.</p>', 1, now() - interval '1 year', 1)`,
    [articleId, slug],
  );
  await sql(
    `INSERT INTO article_revisions ("articleId", revision, title, standfirst, body) VALUES ($1, 1, 'A world', 'Of its own.', 'Words.')`,
    [articleId],
  );
  await sql(`INSERT INTO article_authors ("articleId", "accountId") VALUES ($1, $2)`, [articleId, author.id]);
  for (const [id, status] of [
    [commentId, "published"],
    [waitingId, "pending"],
  ]) {
    await sql(
      `INSERT INTO comments (id, "articleId", "authorId", body, html, "bodyHash", status) VALUES ($1::uuid, $2, $3, 'Words.', '<p>Words.</p>', $1::text, $4::"CommentStatus")`,
      [id, articleId, writer.id, status],
    );
  }
  return { slug, articleId, commentId, waitingId, handle: author.handle, accountId: writer.id, author, writer };
}

const waiting = new Map<Role, Somebody[]>();

/** Somebody of that role who has done nothing yet, so that no limit is in the way. */
export async function fresh(role: Role): Promise<Somebody> {
  const known = waiting.get(role) ?? [];
  if (known.length === 0) known.push(...(await crowd(40, { role, published: 5 })));
  waiting.set(role, known);
  const somebody = known.pop();
  if (somebody) return somebody;
  throw new Error("Nobody came.");
}

const watched = `accounts articles article_authors article_revisions article_tags comments comment_revisions votes
  reports decisions events old_slugs old_handles email_tokens idempotency_keys
  claims undone_decisions picks pins ignores thread_follows person_follows notifications notification_settings
  statements objections sanctions account_notes old_names bars`.split(/\s+/);

/** Every row that bears a trace of these, words and all, and the settings: equal before and after a request that writes nothing. */
export async function traces(world: World, somebody: Somebody): Promise<Record<string, string>> {
  const sums = watched.map(
    (table) =>
      `(SELECT coalesce(string_agg(row::text, chr(10) ORDER BY row::text), '') FROM "${table}" row WHERE row::text LIKE ANY($1)) AS "${table}"`,
  );
  const ids = [world.articleId, world.commentId, world.waitingId, world.accountId, somebody.id, "spoilt@example.org"];
  const [row] = await sql<Record<string, string>>(
    `SELECT ${sums.join(", ")}, (SELECT s::text FROM settings s) AS settings`,
    [ids.map((id) => `%${id}%`)],
  );
  return row ?? {};
}
