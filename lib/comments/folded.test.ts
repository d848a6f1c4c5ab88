import { beforeEach, expect, test } from "vitest";
import { branch, threadOnAPage } from "@/lib/comments/queries";
import { makeAccount, makeArticle, makeComment } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

beforeEach(emptyDatabase);

/** A comment with replies by these people, a minute apart. */
async function answered(by: readonly { id: string }[]) {
  const article = await makeArticle();
  const top = await makeComment({ article });
  await sql(
    `INSERT INTO comments (id, "articleId", "parentId", depth, "authorId", body, html, "bodyHash", status, "createdAt")
     SELECT gen_random_uuid(), $1, $2, 1, by, 'Words', '<p>Words</p>', n::text, 'published', timestamptz '2026-03-14' + n * interval '1 minute'
     FROM unnest($3::uuid[]) WITH ORDINALITY AS writers (by, n)`,
    [article.id, top.id, by.map(({ id }) => id)],
  );
  await sql(`UPDATE comments SET "replyCount" = $2 WHERE id = $1`, [top.id, by.length]);
  return { article, top };
}

test("a page tells who is among the folded replies, the first two by name, the rest by number", async () => {
  const [ann, ben, cleo, dan] = await Promise.all(["Ann", "Ben", "Cleo", "Dan"].map((name) => makeAccount({ name })));
  if (!ann || !ben || !cleo || !dan) throw new Error("Nobody came.");
  const { article, top } = await answered([ann, ann, ann, ann, ann, ben, cleo, ben, dan, ann]);
  const gone = await makeComment({ parent: top, status: "removed" });
  await makeComment({ parent: gone });
  const [shown] = (await threadOnAPage(article.id, { sort: "best" })).items;
  expect(shown?.folded).toEqual({
    people: [
      { id: ben.id, name: "Ben" },
      { id: cleo.id, name: "Cleo" },
    ],
    others: 2,
  });
  expect((await branch(top.id)).comment.folded).toBeUndefined();
});

test("of more than fifty folded replies the people are not counted", async () => {
  const [ann, ben] = await Promise.all([makeAccount({ name: "Ann" }), makeAccount({ name: "Ben" })]);
  const { article } = await answered(Array.from({ length: 56 }, (_, turn) => (turn % 2 ? ann : ben)));
  const [shown] = (await threadOnAPage(article.id, { sort: "best" })).items;
  expect(shown?.folded).toMatchObject({ people: { length: 2 }, others: null });
});

test("where nothing is folded nobody is told of", async () => {
  const ann = await makeAccount();
  const { article } = await answered([ann, ann]);
  const [shown] = (await threadOnAPage(article.id, { sort: "best" })).items;
  expect(shown).not.toHaveProperty("folded");
});
