import { createHash, randomUUID } from "node:crypto";
import { articleOf, sentence } from "./town.mjs";

/** Writes rows of comments at once; `ups` and `downs` have no votes behind them. */
async function insert(client, article, comments) {
  const column = (name) => comments.map((comment) => comment[name]);
  await client.query(
    `INSERT INTO comments (id, "articleId", "parentId", depth, "authorId", body, html, "bodyHash", status, ups, downs, score, "replyCount", "createdAt")
     SELECT id, $1, parent, depth, author, body, '<p>' || body || '</p>', hash, 'published', ups, downs, ups - downs, replies,
       now() - make_interval(secs => 10 * (cardinality($2::uuid[]) - n))
     FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::uuid[], $6::text[], $7::text[], $8::int[], $9::int[], $10::int[])
       WITH ORDINALITY AS given (id, parent, depth, author, body, hash, ups, downs, replies, n)`,
    [
      ...[article, column("id"), column("parent"), column("depth"), column("author"), column("body"), column("hash")],
      ...[column("ups"), column("downs"), column("replies")],
    ],
  );
}

function comment(number, parent, author) {
  if (parent) parent.replies++;
  const body = `${sentence(25 + ((number * 17) % 70))}.`;
  return {
    ...{ id: randomUUID(), parent: parent?.id ?? null, depth: parent ? parent.depth + 1 : 0, author, body },
    hash: createHash("sha256").update(body).digest("hex"),
    ...{ ups: (number * 7) % 23, downs: (number * 5) % 11, replies: 0 },
  };
}

/** An article with so many comments, grown as that of the town: two of five begin a branch, the rest answer somebody who is not too deep yet. */
export async function buildThread(client, people, { slug, comments: count }) {
  const article = await articleOf(client, people[0], { slug, comments: count });
  const [comments, shallow] = [[], []];
  for (let number = 0; number < count; number++) {
    const parent = number % 5 < 2 ? undefined : shallow[(number * 13) % shallow.length];
    const said = comment(number, parent, people[1 + (number % 30)].id);
    comments.push(said);
    if (said.depth < 6) shallow.push(said);
  }
  await insert(client, article, comments);
  return { slug, article, comments };
}

/** An article under which one person has answered themselves so many times. */
export async function buildChain(client, people, writer, { slug, comments: count }) {
  const article = await articleOf(client, people[0], { slug, comments: count });
  const comments = [];
  for (let number = 0; number < count; number++) comments.push(comment(number, comments.at(-1), writer.id));
  await insert(client, article, comments);
  await client.query(`UPDATE accounts SET "publishedCount" = $2 WHERE id = $1`, [writer.id, count]);
  return { slug, article, comments };
}
