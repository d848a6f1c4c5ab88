import { counted } from "./rounds.mjs";
import { articleOf, sentence } from "./town.mjs";

const comments = 500_000;
const waiting = 100_000;
/** Stands in one comment of 5,000. */
export const rare = "quaysider";
const articles = 500;
const sentences = 400;
/** Of a hundred that wait, this many are held by each step. */
const heldBy = { first: 60, links: 25, words: 10, learned: 4, shouting: 1 };

/** Half a million comments of a year by everybody there, 100,000 of them waiting, some reported; once. Their rows only: no trigger fires. */
export async function fillQueue(client, people) {
  if ((await counted(client)) >= comments) return;
  const ids = [];
  for (let number = 0; number < articles; number++)
    ids.push(await articleOf(client, people[number % 50], { slug: `piece-${number}`, comments: 0 }));
  const steps = Object.entries(heldBy).flatMap(([step, share]) => Array(share).fill(step));
  await client.query("SET session_replication_role = replica");
  await client.query(
    `INSERT INTO comments (id, "articleId", depth, "authorId", body, html, "bodyHash", status, held, "openReports", "createdAt")
     SELECT gen_random_uuid(), ($1::uuid[])[1 + drawn % $2::int], 0, ($3::uuid[])[1 + (drawn / 1000) % $4::int], said.body, '<p>' || said.body || '</p>',
       md5(n::text) || md5(n::text), said.status::"CommentStatus",
       CASE said.status WHEN 'pending' THEN jsonb_build_array(jsonb_build_object('step', ($5::text[])[1 + (drawn / 77) % 100], 'detail', 'Held.')) ELSE '[]' END,
       CASE WHEN said.status = 'published' AND n % 200 = 1 THEN 1 ELSE 0 END, now() - n * interval '63 seconds'
     FROM generate_series(1, $6::bigint) n CROSS JOIN LATERAL (
       SELECT hashint8(n) & 2147483647 AS drawn, ($7::text[])[1 + (n * 17) % $8::int] || ' ' || ($7::text[])[1 + (n * 389) % $8::int] || CASE WHEN n % 5000 = 0 THEN ' ' || $9::text ELSE '' END AS body,
         CASE WHEN n % $10::int = 0 THEN 'pending' WHEN n % 50 = 7 THEN 'rejected' WHEN n % 50 = 9 THEN 'removed' ELSE 'published' END AS status
     ) said`,
    [
      ...[ids, articles, people.map(({ id }) => id), people.length, steps, comments],
      ...[Array.from({ length: sentences }, () => `${sentence(20)}.`), sentences, rare, comments / waiting],
    ],
  );
  await client.query(
    `INSERT INTO reports (id, "commentId", "reporterId", reason)
     SELECT gen_random_uuid(), id, $1, (ARRAY['spam', 'hate', 'off_topic', 'other']::"ReportReason"[])[1 + ascii(right("bodyHash", 1)) % 4]
     FROM comments WHERE "openReports" > 0`,
    [people[0].id],
  );
  await keepWords(client);
  await client.query("SET session_replication_role = origin");
  await client.query("VACUUM ANALYZE");
}

/** The words that moderators search, indexed at once: one after the other takes minutes. */
async function keepWords(client) {
  const { rows } = await client.query(
    "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'comment_words' AND indexdef LIKE '%USING gin%'",
  );
  for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`);
  await client.query(
    `INSERT INTO comment_words ("commentId", words) SELECT id, comment_words(body) FROM comments ON CONFLICT DO NOTHING`,
  );
  for (const { indexdef } of rows) await client.query(indexdef);
}
