import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deleteComment, editComment } from "@/lib/comments/mutations";
import { postComment } from "@/lib/comments/posting";
import { makeArticle, makeKnownReader, makeReader } from "@/prisma/factories";
import { databaseUrl, sql } from "@/prisma/testing";
import { Listener } from "@/server/listener";

let heard: string[];
let listener: Listener;

const notify = (payload: string) => sql("SELECT pg_notify('rejoinder', $1)", [payload]);
const cut = () =>
  sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rejoinder listener'");

beforeEach(async () => {
  heard = [];
  listener = new Listener({
    connectionString: databaseUrl,
    onTag: (tag, mayLag) => heard.push(mayLag ? `${tag}, in its time` : tag),
    onComment: (article, comment, what) => heard.push(`${what} of comment ${comment} of ${article}`),
    onAll: () => heard.push("everything"),
  });
  listener.start();
  await expect.poll(() => listener.trusted, { timeout: 5_000 }).toBe(true);
  heard = [];
});

afterEach(() => listener.stop());

test("a change is heard of before the barrier behind it opens", async () => {
  await notify("article:1");
  await listener.caughtUp();
  expect(heard).toEqual(["article:1"]);
});

test("a hundred barriers at once all open", async () => {
  await notify("article:1");
  await Promise.all(Array.from({ length: 100 }, () => listener.caughtUp()));
  expect(heard).toEqual(["article:1"]);
});

test("a trigger says which pages a plain UPDATE concerns", async () => {
  await sql(`UPDATE settings SET name = 'The Other Paper'`);
  await listener.caughtUp();
  expect(heard).toContain("site");
});

test("nothing is heard of what was rolled back", async () => {
  await sql("DO $$ BEGIN PERFORM pg_notify('rejoinder', 'article:1'); RAISE EXCEPTION 'no'; END $$").catch(
    () => undefined,
  );
  await listener.caughtUp();
  expect(heard).toEqual([]);
});

test("a change of one comment drops its article and names the comment", async () => {
  await notify("article:1:2");
  await listener.caughtUp();
  expect(heard).toEqual(["article:1", "article of comment 2 of 1"]);
});

test("comments that come may be shown in their time; what is changed or taken away may not", async () => {
  const { id, slug } = await makeArticle({ commentPolicy: "open" });
  const writer = await makeKnownReader();
  await listener.caughtUp();
  heard = [];
  const { comment } = await postComment(writer, { slug, body: "A toll, then." });
  await postComment(writer, { slug, body: "For whom?", parentId: comment.id });
  await listener.caughtUp();
  const ofPages = () => new Set(heard.filter((tag) => tag.startsWith(`article:${id}`)));
  expect(ofPages()).toEqual(new Set([`article:${id}, in its time`]));
  heard = [];
  await editComment(writer, comment.id, { body: "A toll, after all." });
  await listener.caughtUp();
  expect(ofPages()).toContain(`article:${id}`);
  heard = [];
  await deleteComment(writer, comment.id);
  await listener.caughtUp();
  expect(ofPages()).toContain(`article:${id}`);
});

test("nothing but the log hears of a comment that waits", async () => {
  const { slug } = await makeArticle({ commentPolicy: "all_held" });
  const writer = await makeReader();
  await listener.caughtUp();
  heard = [];
  const { comment } = await postComment(writer, { slug, body: "Not yet." });
  await editComment(writer, comment.id, { body: "Still not." });
  await deleteComment(writer, comment.id);
  await listener.caughtUp();
  expect(heard).toEqual(["log"]);
});

test("votes drop an article at once, then at most once a second", async () => {
  for (let i = 0; i < 5; i++) await notify("score:1");
  await listener.caughtUp();
  const once = "article:1, in its time";
  expect(heard).toEqual([once]);
  await expect.poll(() => heard, { timeout: 3_000 }).toEqual([once, once]);
  await pause(1_200);
  expect(heard).toEqual([once, once]);
});

test("a listener whose connection was cut is distrusted, and everything is dropped when it is back", async () => {
  await cut();
  await expect.poll(() => listener.trusted, { interval: 1 }).toBe(false);
  await listener.caughtUp();
  await expect.poll(() => listener.trusted, { timeout: 5_000 }).toBe(true);
  expect(heard).toEqual(["everything"]);
  await notify("article:2");
  await listener.caughtUp();
  expect(heard).toEqual(["everything", "article:2"]);
});

test("a listener that hears nothing for two seconds is distrusted, though nobody told it of a cut", async () => {
  // Its notifications are taken away, as a network that drops packets would.
  const silent = new Listener({ connectionString: databaseUrl, onTag: () => undefined, onAll: () => undefined });
  silent.start();
  await expect.poll(() => silent.trusted, { timeout: 5_000 }).toBe(true);
  Reflect.get(silent, "client")?.removeAllListeners("notification");
  const from = performance.now();
  await expect.poll(() => silent.trusted, { timeout: 4_000, interval: 20 }).toBe(false);
  expect(performance.now() - from).toBeLessThan(2_600);
  await silent.stop();
});

test("while it is distrusted no barrier holds anybody up", async () => {
  await listener.stop();
  await listener.caughtUp();
  expect(listener.trusted).toBe(false);
});
