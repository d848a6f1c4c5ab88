import { beforeEach, expect, test } from "vitest";
import { editComment } from "@/lib/comments/mutations";
import { postComment } from "@/lib/comments/posting";
import { saveRules } from "@/lib/comments/screening/mutations";
import { verifyLog } from "@/lib/moderation/verify-log";
import { makeArticle, makeKnownReader, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

const logged = () =>
  sql<{ subject: string; kind: string; by: string | null; data: unknown }>(`
    SELECT e.subject, e."actorKind" AS kind, e."actorId" AS by, e.data
    FROM log_entries l JOIN events e ON e.id = l."eventId" WHERE e.type = 'comment.held' ORDER BY l.seq`);

beforeEach(async () => {
  await emptyDatabase();
  const document = "words: hold\n  casino";
  await saveRules(await makeModerator(), { document, revision: 0 });
});

test("what rules hold is logged as nobody's act, with the steps and without a word of it", async () => {
  const { id: articleId } = await makeArticle({ commentPolicy: "first_held" });
  const { comment } = await postComment(await makeReader(), { articleId, body: "A casino." });
  expect(await logged()).toEqual([
    { subject: comment.id, kind: "system", by: null, data: { steps: ["words", "first_held"], by: "rules", rules: 1 } },
  ]);
  expect(await verifyLog()).toMatchObject({ faults: [] });
});

test("what is published at once is not logged, and a change that makes it wait is, once", async () => {
  const { id: articleId } = await makeArticle();
  const writer = await makeKnownReader();
  const { comment } = await postComment(writer, { articleId, body: "Words." });
  expect(await logged()).toEqual([]);
  await editComment(writer, comment.id, { body: "A casino." });
  await editComment(writer, comment.id, { body: "Two casinos, and a casino." });
  expect((await logged()).map(({ subject, data }) => ({ subject, data }))).toEqual([
    { subject: comment.id, data: { steps: ["words"], by: "rules", rules: 1 } },
  ]);
});

test("of twenty held at the same moment each has its place in the log", async () => {
  const { id: articleId } = await makeArticle({ commentPolicy: "all_held" });
  const writers = await Promise.all(Array.from({ length: 20 }, () => makeKnownReader()));
  await Promise.all(writers.map((writer) => postComment(writer, { articleId, body: "At once." })));
  expect(await logged()).toHaveLength(20);
  expect(await verifyLog()).toMatchObject({ faults: [] });
});
