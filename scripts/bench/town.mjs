import { createHash, randomBytes, randomUUID } from "node:crypto";

// Words of a language that nobody speaks, but as varied as prose: a text that repeats itself would compress to nothing.
const syllables = "ba con der el fra gu har in jo ker lan mo nes or pre qui ras sto ter un vel wor yes zan".split(" ");
let state = 1;
// Park and Miller's minimal standard generator (1988), so that every run writes the same.
const next = (below) => {
  state = (state * 48_271) % 2_147_483_647;
  return state % below;
};
const word = () => Array.from({ length: 1 + next(3) }, () => syllables[next(syllables.length)]).join("");
const vocabulary = Array.from({ length: 2_500 }, word);
export const sentence = (length) =>
  Array.from({ length }, () => vocabulary[Math.floor((next(1_000) * next(2_500)) / 1_000)]).join(" ");

/** One article of 1,200 words with 100 published comments up to six deep, and readers who have been published before. */
export async function buildTown(client, { readers, comments, authSecret, installationId }) {
  const people = await settle(client, readers, { authSecret, installationId });
  const slug = "the-price-of-crossing";
  const article = await articleOf(client, people[0], { slug, comments });
  await talk(client, article, people, comments);
  return { slug, article, people };
}

/** An article of 1,200 words that says it has so many comments. */
export async function articleOf(client, author, { slug, comments }) {
  const article = randomUUID();
  const paragraphs = Array.from({ length: 12 }, () => `${sentence(100)}.`);
  await client.query(
    `INSERT INTO articles (id, slug, status, title, standfirst, section, body, html, "wordCount", "publishedAt", "commentCount", "commentPolicy")
     VALUES ($1, $5, 'published', 'The price of crossing', 'Who pays for a bridge, and when.', 'Economy', $2, $3, 1200, now() - interval '2 days', $4, 'open')`,
    [article, paragraphs.join("\n\n"), paragraphs.map((text) => `<p>${text}</p>`).join("\n"), comments, slug],
  );
  await client.query(`INSERT INTO article_authors ("articleId", "accountId") VALUES ($1, $2)`, [article, author.id]);
  return article;
}

async function settle(client, count, { authSecret, installationId }) {
  const { encode } = await import("next-auth/jwt");
  const people = [];
  for (let number = 0; number < count; number++) {
    const [id, sid] = [randomUUID(), randomBytes(32).toString("base64url")];
    const token = await encode({ token: { sub: id, sid }, secret: authSecret });
    const session = createHash("sha256").update(sid).digest("hex");
    people.push({ id, session, cookie: `rejoinder-session-${installationId}=${token}` });
  }
  await client.query(
    `INSERT INTO accounts (id, handle, email, name, "passwordHash", "publishedCount", "createdAt")
     SELECT id, 'reader-' || n, 'reader-' || n || '@example.org', 'Reader ' || n, 'none', 5, now() - interval '90 days'
     FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, n)`,
    [people.map(({ id }) => id)],
  );
  await client.query(
    `INSERT INTO sessions (id, "accountId", "expiresAt") SELECT s, a, now() + interval '1 day' FROM unnest($1::text[], $2::uuid[]) AS given (s, a)`,
    [people.map(({ session }) => session), people.map(({ id }) => id)],
  );
  return people;
}

async function talk(client, article, people, count) {
  const said = [];
  for (let number = 0; number < count; number++) {
    // Two of five begin a branch; the rest answer somebody who is not too deep yet.
    const shallow = said.filter(({ depth }) => depth < 6);
    const parent = number % 5 < 2 ? undefined : shallow[(number * 13) % shallow.length];
    const body = `${sentence(25 + ((number * 17) % 70))}.`;
    const comment = { id: randomUUID(), depth: parent ? parent.depth + 1 : 0 };
    await client.query(
      `INSERT INTO comments (id, "articleId", "parentId", depth, "authorId", body, html, "bodyHash", status, "createdAt")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'published', now() - make_interval(mins => $9))`,
      [
        ...[comment.id, article, parent?.id ?? null, comment.depth, people[1 + (number % 30)].id],
        ...[body, `<p>${body}</p>`, createHash("sha256").update(body).digest("hex"), 2 * (count - number)],
      ],
    );
    if (parent) await client.query(`UPDATE comments SET "replyCount" = "replyCount" + 1 WHERE id = $1`, [parent.id]);
    said.push(comment);
  }
}
