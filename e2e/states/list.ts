import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { crowd, one } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { clientOf, type Role, sessionOf } from "../fixtures/people";
import { publishedPiece } from "../fixtures/pieces";
import { bushy } from "../fixtures/threads";
import {
  be,
  busiest,
  changedComment,
  found,
  letterToken,
  ownComment,
  ownStatement,
  someComment,
  unsubscribeToken,
} from "./stage";

interface State {
  name: string;
  /** The folder of its page below app/. */
  page: string;
  /** Brings a fresh browser there. */
  arrive(page: Page): Promise<unknown>;
}

const reader = "(reader)";
const desk = "(desk)";
const article = `${reader}/articles/[slug]`;

const at = (path: string) => (page: Page) => page.goto(path);
const slugOf = async (lang: string) =>
  `/articles/${await found("SELECT slug AS found FROM articles WHERE status = 'published' AND lang LIKE $1 LIMIT 1", [`${lang}%`])}`;

async function as(page: Page, role: Role): Promise<void> {
  const { readFileSync } = await import("node:fs");
  const { cookies } = JSON.parse(readFileSync(await sessionOf(role), "utf8"));
  await page.context().addCookies(cookies);
}

const asAt = (role: Role, path: string) => async (page: Page) => {
  await as(page, role);
  await page.goto(path);
};

/** Sends a form that is refused, and arrives where it is shown again. */
async function refused(page: Page, path: string, words: Record<string, string>, button: string): Promise<void> {
  await page.goto(path);
  for (const [name, text] of Object.entries(words)) await page.getByRole("textbox", { name, exact: true }).fill(text);
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForURL(/draft=/);
}

async function pieceOfAuthor(): Promise<string> {
  const author = await clientOf("author");
  const { items } = await (await author.get("/api/v1/admin/articles?status=published&limit=1")).json();
  return items[0].id;
}

async function conflict(page: Page): Promise<void> {
  const { id } = await publishedPiece();
  await as(page, "editor");
  await page.goto(`/admin/articles/${id}`);
  const other = await clientOf("admin");
  await other.patch(`/api/v1/admin/articles/${id}`, { data: { body: "Their words.", revision: 1 } });
  await page.getByRole("textbox", { name: "Text" }).fill("My words.");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByRole("main")).toContainText("Somebody else saved first.");
}

/** Goodbye to somebody whose comments are not all erased yet. */
async function leaving(page: Page): Promise<void> {
  const { id } = await one();
  const closing = randomUUID();
  await sql(
    `INSERT INTO comments (id, "articleId", "authorId", body, html, "bodyHash", status)
     SELECT gen_random_uuid(), (SELECT id FROM articles LIMIT 1), $1, 'Not yet erased.', '', '', 'pending' FROM generate_series(1, 3)`,
    [id],
  );
  // Of tomorrow, so that no job finishes it while it is looked at.
  await sql(`INSERT INTO closings (id, "accountId", comments, at) VALUES ($1, $2, 'erase', now() + interval '1 day')`, [
    closing,
    id,
  ]);
  await page.goto(`/goodbye?closing=${closing}`);
  await expect(page.getByRole("main")).toContainText("3 are left");
}

/** Somebody with a measure in force, one that is over, a note, an earlier name and a session. */
async function measured(): Promise<string> {
  const somebody = await one({ published: 3 });
  const [moderator] = await crowd(1, { role: "moderator" });
  await sql(
    `INSERT INTO sanctions (id, "accountId", kind, reason, message, "byId", at, until, "endedAt") VALUES
     (gen_random_uuid(), $1, 'hold', 'harassment', 'We read what you write first.', $2, now() - interval '1 day', now() + interval '9 days', NULL),
     (gen_random_uuid(), $1, 'warn', 'off_topic', 'Stay with the piece.', $2, now() - interval '9 days', NULL, NULL),
     (gen_random_uuid(), $1, 'suspend', 'spam', '', $2, now() - interval '90 days', now() - interval '80 days', now() - interval '80 days')`,
    [somebody.id, moderator?.id],
  );
  await sql(
    `INSERT INTO account_notes (id, "accountId", "byId", note) VALUES (gen_random_uuid(), $1, $2, 'Knows the harbour.')`,
    [somebody.id, moderator?.id],
  );
  await sql(`INSERT INTO old_names (id, "accountId", name) VALUES (gen_random_uuid(), $1, 'Harbour Watch')`, [
    somebody.id,
  ]);
  await sql(`UPDATE sessions SET network = '203.0.113.0/24' WHERE "accountId" = $1`, [somebody.id]);
  return somebody.handle;
}

async function barred(page: Page): Promise<void> {
  await sql(
    `INSERT INTO bars (id, kind, value, reason, message, until) VALUES
     (gen_random_uuid(), 'mail_domain', 'spam.example', 'spam', 'Use an address that you keep.', NULL),
     (gen_random_uuid(), 'network', '198.51.100.0/24', 'spam', '', now() + interval '9 days') ON CONFLICT DO NOTHING`,
  );
  await as(page, "moderator");
  await page.goto("/moderation/bars");
}

/** The pages and states that are looked at: every page of the product, and the states in which they look different. */
export const states: State[] = [
  { name: "front page", page: reader, arrive: at("/") },
  {
    name: "article with its discussion",
    page: article,
    arrive: async (page) => page.goto(`/articles/${await busiest()}`),
  },
  {
    name: "article that nobody has answered",
    page: article,
    arrive: async (page) => page.goto(`/articles/${(await publishedPiece()).slug}`),
  },
  {
    name: "article with a closed thread",
    page: article,
    arrive: async (page) => page.goto(`/articles/${(await publishedPiece({ commentPolicy: "closed" })).slug}`),
  },
  {
    name: "article from right to left",
    page: article,
    arrive: async (page) => page.goto(await slugOf("ar").catch(() => slugOf("he"))),
  },
  {
    name: "article in Chinese or Japanese",
    page: article,
    arrive: async (page) => page.goto(await slugOf("zh").catch(() => slugOf("ja"))),
  },
  {
    name: "article with a removed comment over living replies",
    page: article,
    arrive: async (page) =>
      page.goto(
        `/articles/${await found(`SELECT a.slug AS found FROM comments c JOIN articles a ON a.id = c."articleId" WHERE c.status = 'removed' AND c."replyCount" > 0 LIMIT 1`)}`,
      ),
  },
  {
    name: "article, as somebody with a waiting comment sees it",
    page: article,
    arrive: async (page) => {
      await ownComment(page, "pending");
      await page.goto(`/articles/${await busiest()}`);
      await expect(page.getByRole("main")).toContainText("Waiting for a moderator. Only you can see this.");
    },
  },
  {
    name: "reply",
    page: `${article}/reply`,
    arrive: async (page) => page.goto(`/articles/${await busiest()}/reply?parent=${await someOn(await busiest())}`),
  },
  {
    name: "reply on the way through signing in",
    page: `${article}/reply`,
    arrive: async (page) => {
      await page.goto(`/articles/${await busiest()}`);
      await page.getByRole("textbox", { name: "Write a comment" }).fill("Words on their way.");
      await page.getByRole("button", { name: "Post comment" }).click();
      await page.waitForURL(/draft=/);
    },
  },
  {
    name: "article with folded, closed and deeper branches, keys listed, new comments marked",
    page: article,
    arrive: async (page) => {
      const { piece, ids } = await bushy();
      const at = Date.now() - 6 * 60 * 60_000;
      await page.addInitScript(
        (visits) => localStorage.setItem("rejoinder:visits", visits),
        JSON.stringify([{ slug: piece.slug, since: at - 24 * 60 * 60_000, at: at - 24 * 60 * 60_000 }]),
      );
      await page.goto(`/articles/${piece.slug}#comment-${ids["Second branch."]}`);
      await page.getByText("Keys", { exact: true }).click();
      await page.locator(`#comment-${ids["First branch."]} > article > details > summary`).click();
      await expect(page.getByRole("link", { name: /new since your last visit/ })).toBeVisible();
    },
  },
  {
    name: "part of a thread, deep in it",
    page: `${reader}/comments/[id]`,
    arrive: async (page) => page.goto(`/comments/${(await bushy()).ids["Answer 1."]}`),
  },
  {
    name: "part of a thread",
    page: `${reader}/comments/[id]`,
    arrive: async (page) => page.goto(`/comments/${await someComment()}`),
  },
  {
    name: "what changed in a comment",
    page: `${reader}/comments/[id]/history`,
    arrive: async (page) => page.goto(`/comments/${await changedComment()}/history`),
  },
  {
    name: "own comment, waiting",
    page: `${reader}/comments/[id]/mine`,
    arrive: async (page) => page.goto(`/comments/${await ownComment(page, "pending")}/mine`),
  },
  {
    name: "own comment, returned",
    page: `${reader}/comments/[id]/mine`,
    arrive: async (page) => page.goto(`/comments/${await ownComment(page, "rejected")}/mine`),
  },
  {
    name: "own comment, removed",
    page: `${reader}/comments/[id]/mine`,
    arrive: async (page) => page.goto(`/comments/${await ownComment(page, "removed")}/mine`),
  },
  {
    name: "own comment, published",
    page: `${reader}/comments/[id]/mine`,
    arrive: async (page) => page.goto(`/comments/${await ownComment(page, "published")}/mine`),
  },
  {
    name: "editing a comment",
    page: `${reader}/comments/[id]/edit`,
    arrive: async (page) => page.goto(`/comments/${await ownComment(page, "published")}/edit`),
  },
  {
    name: "reporting",
    page: `${reader}/comments/[id]/report`,
    arrive: async (page) => asAt("reader", `/comments/${await someComment()}/report`)(page),
  },
  {
    name: "reporting as a stranger",
    page: `${reader}/comments/[id]/report`,
    arrive: async (page) => page.goto(`/comments/${await someComment()}/report`),
  },
  {
    name: "reported",
    page: `${reader}/comments/[id]/report`,
    arrive: async (page) => page.goto(`/comments/${await someComment()}/report?sent=1`),
  },
  {
    name: "article with picked and pinned comments, as its author sees it",
    page: article,
    arrive: async (page) => {
      await as(page, "editor");
      await page.goto(
        `/articles/${await found(`SELECT slug AS found FROM articles JOIN pins ON "articleId" = id LIMIT 1`)}`,
      );
      await expect(page.getByRole("button", { name: "Take the pick back" }).first()).toBeVisible();
    },
  },
  {
    name: "article with a comment by somebody ignored",
    page: article,
    arrive: async (page) => {
      const slug = await busiest();
      const me = await one();
      await be(page, me);
      await sql(
        `INSERT INTO ignores ("accountId", "personId") SELECT $1, c."authorId" FROM comments c JOIN articles a ON a.id = c."articleId"
         WHERE a.slug = $2 AND c.status = 'published' AND c."parentId" IS NULL LIMIT 1`,
        [me.id, slug],
      );
      await page.goto(`/articles/${slug}`);
      await expect(page.getByRole("button", { name: "Show it" }).first()).toBeVisible();
    },
  },
  {
    name: "somebody else's comment, to choose",
    page: `${reader}/comments/[id]/mine`,
    arrive: async (page) => asAt("editor", `/comments/${await someComment()}/mine`)(page),
  },
  {
    name: "person who reads and answers",
    page: `${reader}/people/[handle]`,
    arrive: async (page) =>
      page.goto(
        `/people/${await found(`SELECT handle AS found FROM accounts WHERE role = 'reader' AND bio <> '' AND "publishedCount" > 2 ORDER BY handle LIMIT 1`)}`,
      ),
  },
  {
    name: "person who writes",
    page: `${reader}/people/[handle]`,
    arrive: async (page) =>
      page.goto(
        `/people/${await found(`SELECT handle AS found FROM accounts JOIN article_authors ON "accountId" = id ORDER BY handle LIMIT 1`)}`,
      ),
  },
  {
    name: "person who has said nothing",
    page: `${reader}/people/[handle]`,
    arrive: async (page) => page.goto(`/people/${(await one()).handle}`),
  },
  {
    name: "person who was banned",
    page: `${reader}/people/[handle]`,
    arrive: async (page) => page.goto(`/people/${(await one({ status: "banned" })).handle}`),
  },
  {
    name: "ignoring as a stranger",
    page: `${reader}/people/[handle]/ignore`,
    arrive: async (page) => page.goto(`/people/${(await one()).handle}/ignore`),
  },
  {
    name: "ignoring",
    page: `${reader}/people/[handle]/ignore`,
    arrive: async (page) => asAt("reader", `/people/${(await one()).handle}/ignore`)(page),
  },
  {
    name: "own settings with somebody ignored",
    page: `${desk}/settings`,
    arrive: async (page) => {
      const [me, other] = [await one(), await one()];
      await be(page, me);
      await sql(`INSERT INTO ignores ("accountId", "personId") VALUES ($1, $2)`, [me.id, other.id]);
      await page.goto("/settings");
    },
  },
  { name: "authors", page: `${reader}/authors`, arrive: at("/authors") },
  {
    name: "author",
    page: `${reader}/authors/[handle]`,
    arrive: async (page) =>
      page.goto(
        `/authors/${await found(`SELECT handle AS found FROM accounts JOIN article_authors ON "accountId" = id LIMIT 1`)}`,
      ),
  },
  {
    name: "tag",
    page: `${reader}/tags/[tag]`,
    arrive: async (page) =>
      page.goto(`/tags/${await found(`SELECT slug AS found FROM tags JOIN article_tags ON "tagId" = id LIMIT 1`)}`),
  },
  {
    name: "section",
    page: `${reader}/sections/[section]`,
    arrive: async (page) => {
      await page.goto("/");
      await page.getByRole("navigation", { name: "Sections" }).getByRole("link").first().click();
      await page.waitForURL(/\/(sections|tags)\//);
    },
  },
  { name: "search", page: `${reader}/search`, arrive: at("/search") },
  { name: "search that found something", page: `${reader}/search`, arrive: at("/search?q=bread") },
  { name: "search that found nothing", page: `${reader}/search`, arrive: at("/search?q=zyzzyvas") },
  { name: "house rules", page: `${reader}/house-rules`, arrive: at("/house-rules") },
  { name: "the log", page: `${reader}/log`, arrive: at("/log") },
  { name: "transparency report", page: `${reader}/transparency`, arrive: at("/transparency") },
  {
    name: "transparency report of no such time",
    page: `${reader}/transparency`,
    arrive: at("/transparency?from=2026-02-30&to=2026-01-01"),
  },
  { name: "corrections", page: `${reader}/corrections`, arrive: at("/corrections") },
  { name: "inbox", page: `${reader}/inbox`, arrive: asAt("reader", "/inbox") },
  {
    name: "inbox of somebody who was told nothing",
    page: `${reader}/inbox`,
    arrive: async (page) => {
      await be(page, await one());
      await page.goto("/inbox");
    },
  },
  {
    name: "following a discussion",
    page: `${article}/follow`,
    arrive: async (page) => asAt("reader", `/articles/${await busiest()}/follow`)(page),
  },
  {
    name: "following a discussion as a stranger",
    page: `${article}/follow`,
    arrive: async (page) => page.goto(`/articles/${await busiest()}/follow`),
  },
  {
    name: "following a person",
    page: `${reader}/people/[handle]/follow`,
    arrive: async (page) => asAt("reader", `/people/${(await one({ published: 1 })).handle}/follow`)(page),
  },
  {
    name: "no more mail",
    page: `${reader}/unsubscribe/[token]`,
    arrive: async (page) => page.goto(`/unsubscribe/${await unsubscribeToken()}`),
  },
  {
    name: "no more mail, done",
    page: `${reader}/unsubscribe/[token]`,
    arrive: async (page) => page.goto(`/unsubscribe/${await unsubscribeToken()}?done=1`),
  },
  {
    name: "no more mail, by a link that was cut",
    page: `${reader}/unsubscribe/[token]`,
    arrive: at("/unsubscribe/cut"),
  },
  {
    name: "reporting without an account, refused",
    page: `${reader}/comments/[id]/report`,
    arrive: async (page) => {
      await page.goto(`/comments/${await someComment()}/report`);
      await page.getByRole("radio", { name: "Against the law" }).check();
      await page.getByRole("textbox", { name: "Why is that so?" }).fill("It is not so.");
      await page.getByRole("textbox", { name: "Your e-mail address" }).fill("ann@example.org");
      await page.getByRole("checkbox", { name: /good faith/ }).check();
      await page.getByRole("button", { name: "Send the report" }).click();
      await page.waitForURL(/draft=/);
    },
  },
  {
    name: "reported without an account",
    page: `${reader}/comments/[id]/report`,
    arrive: async (page) => page.goto(`/comments/${await someComment()}/report?sent=2`),
  },
  {
    name: "why one was restricted",
    page: `${reader}/statements/[id]`,
    arrive: async (page) => page.goto(`/statements/${await ownStatement(page)}`),
  },
  {
    name: "why one was restricted, objected",
    page: `${reader}/statements/[id]`,
    arrive: async (page) => page.goto(`/statements/${await ownStatement(page, "open")}`),
  },
  {
    name: "why one was restricted, answered",
    page: `${reader}/statements/[id]`,
    arrive: async (page) => page.goto(`/statements/${await ownStatement(page, "refused")}`),
  },
  {
    name: "all that was decided about one",
    page: `${reader}/statements`,
    arrive: async (page) => {
      await ownStatement(page, "granted");
      await page.goto("/statements");
    },
  },
  {
    name: "nothing was decided about one",
    page: `${reader}/statements`,
    arrive: async (page) => {
      await be(page, await one());
      await page.goto("/statements");
    },
  },
  {
    name: "why one was restricted, by the mailed link",
    page: `${reader}/objections/[token]`,
    arrive: async (page) => {
      const id = await ownStatement(page);
      await page.context().clearCookies();
      await page.goto(`/objections/${await letterToken(id)}`);
    },
  },
  {
    name: "why one was restricted, by a link that was cut",
    page: `${reader}/objections/[token]`,
    arrive: at("/objections/cut"),
  },
  {
    name: "objections",
    page: `${desk}/moderation/objections`,
    arrive: async (page) => {
      await ownStatement(page, "open");
      await page.context().clearCookies();
      await as(page, "moderator");
      await page.goto("/moderation/objections");
    },
  },
  {
    name: "objections that were answered",
    page: `${desk}/moderation/objections`,
    arrive: async (page) => {
      await ownStatement(page, "granted");
      await page.context().clearCookies();
      await as(page, "moderator");
      await page.goto("/moderation/objections?list=answered");
    },
  },
  { name: "sign in", page: `${reader}/sign-in`, arrive: at("/sign-in") },
  {
    name: "sign in, refused",
    page: `${reader}/sign-in`,
    arrive: (page) =>
      refused(
        page,
        "/sign-in",
        { "E-mail": `nobody-${randomUUID()}@example.org`, Password: "not the password" },
        "Sign in",
      ),
  },
  { name: "sign up", page: `${reader}/sign-up`, arrive: at("/sign-up") },
  {
    name: "sign up, refused",
    page: `${reader}/sign-up`,
    arrive: (page) =>
      refused(
        page,
        "/sign-up",
        { Name: "Short", "E-mail": "short@example.org", Password: "short" },
        "Open the account",
      ),
  },
  {
    name: "sign up by a link that is spent",
    page: `${reader}/sign-up/[token]`,
    arrive: at("/sign-up/no-such-token-was-ever-mailed"),
  },
  { name: "forgotten password", page: `${reader}/reset-password`, arrive: at("/reset-password") },
  { name: "forgotten password, link sent", page: `${reader}/reset-password`, arrive: at("/reset-password?sent=1") },
  {
    name: "new password by a link that is spent",
    page: `${reader}/reset-password/[token]`,
    arrive: at("/reset-password/no-such-token-was-ever-mailed"),
  },
  { name: "goodbye", page: `${reader}/goodbye`, arrive: at("/goodbye") },
  { name: "goodbye, while comments are being erased", page: `${reader}/goodbye`, arrive: leaving },
  {
    name: "own settings, closing refused",
    page: `${desk}/settings`,
    arrive: async (page) => {
      await be(page, await one());
      await page.goto("/settings");
      const form = page.getByRole("region", { name: "Close your account" });
      await form.getByRole("radio", { name: "without your name" }).check();
      await form.getByRole("textbox", { name: "Current password" }).fill("not the password");
      await form.getByRole("button", { name: "Close the account" }).click();
      await page.waitForURL(/draft=/);
    },
  },
  { name: "set up already", page: `${reader}/setup`, arrive: at("/setup?token=none") },
  { name: "nothing at this address", page: "", arrive: at("/no/such/place") },
  { name: "no such article", page: article, arrive: at("/articles/no-such-piece") },
  { name: "pieces", page: `${desk}/admin`, arrive: asAt("author", "/admin") },
  {
    name: "pieces of an author with none",
    page: `${desk}/admin`,
    arrive: async (page) => {
      await be(page, await one({ role: "author" }));
      await page.goto("/admin");
    },
  },
  { name: "pieces, not yours", page: `${desk}/admin`, arrive: asAt("reader", "/admin") },
  {
    name: "writing",
    page: `${desk}/admin/articles/[id]`,
    arrive: async (page) => asAt("author", `/admin/articles/${await pieceOfAuthor()}`)(page),
  },
  {
    name: "writing, preview",
    page: `${desk}/admin/articles/[id]`,
    arrive: async (page) => asAt("author", `/admin/articles/${await pieceOfAuthor()}?show=preview`)(page),
  },
  { name: "writing, somebody else saved first", page: `${desk}/admin/articles/[id]`, arrive: conflict },
  { name: "people", page: `${desk}/admin/people`, arrive: asAt("admin", "/admin/people") },
  { name: "people, none found", page: `${desk}/admin/people`, arrive: asAt("admin", "/admin/people?q=zyzzyvas") },
  { name: "the publication's settings", page: `${desk}/admin/settings`, arrive: asAt("admin", "/admin/settings") },
  { name: "queue of what waits", page: `${desk}/moderation`, arrive: asAt("moderator", "/moderation") },
  {
    name: "queue of what is reported",
    page: `${desk}/moderation`,
    arrive: asAt("moderator", "/moderation?status=reported"),
  },
  {
    name: "queue of what was removed",
    page: `${desk}/moderation`,
    arrive: asAt("moderator", "/moderation?status=removed"),
  },
  {
    name: "queue of all, narrowed until nothing is left",
    page: `${desk}/moderation`,
    arrive: asAt("moderator", "/moderation?status=all&q=nobodysaysthis&older=week"),
  },
  { name: "queue, not yours", page: `${desk}/moderation`, arrive: asAt("reader", "/moderation") },
  {
    name: "somebody, as moderators know them",
    page: `${desk}/moderation/people/[handle]`,
    arrive: async (page) => {
      await as(page, "moderator");
      await page.goto(`/moderation/people/${await measured()}`);
    },
  },
  {
    name: "somebody, a measure refused",
    page: `${desk}/moderation/people/[handle]`,
    arrive: async (page) => {
      await as(page, "moderator");
      await page.goto(`/moderation/people/${(await one()).handle}`);
      await page.getByRole("radio", { name: /^Ban/ }).check();
      await page.getByRole("combobox", { name: "Reason" }).selectOption("spam");
      await page.getByLabel("Until the end of").fill("2031-03-14");
      await page.getByRole("button", { name: "Take the measure" }).click();
      await page.waitForURL(/draft=/);
    },
  },
  { name: "bars", page: `${desk}/moderation/bars`, arrive: barred },
  { name: "log of decisions", page: `${desk}/moderation/log`, arrive: asAt("moderator", "/moderation/log") },
  { name: "figures", page: `${desk}/moderation/figures`, arrive: asAt("moderator", "/moderation/figures") },
  {
    name: "figures of a week",
    page: `${desk}/moderation/figures`,
    arrive: asAt("moderator", "/moderation/figures?days=7"),
  },
  { name: "the helper", page: `${desk}/moderation/learning`, arrive: asAt("admin", "/moderation/learning") },
  { name: "rules of screening", page: `${desk}/moderation/rules`, arrive: asAt("moderator", "/moderation/rules") },
  {
    name: "rules of screening with a fault",
    page: `${desk}/moderation/rules`,
    arrive: async (page) => {
      await as(page, "moderator");
      const words = { "The rules": "words: hold\n  *\nwhat: ever" };
      await refused(page, "/moderation/rules", words, "Use them from now on");
    },
  },
  {
    name: "version of the rules",
    page: `${desk}/moderation/rules/versions/[number]`,
    arrive: async (page) => {
      const moderator = await clientOf("moderator");
      const { revision, document } = await (await moderator.get("/api/v1/moderation/rules")).json();
      if (revision === 0)
        await moderator.put("/api/v1/moderation/rules", { data: { document, revision, why: "To look at." } });
      await as(page, "moderator");
      await page.goto("/moderation/rules/versions/1");
    },
  },
  {
    name: "rules tried on the past",
    page: `${desk}/moderation/rules/playbacks/[id]`,
    arrive: async (page) => {
      const moderator = await clientOf("moderator");
      const document = 'words: hold "Bridges"\n  bridge*\nlength: hold under 100';
      const played = await moderator.post("/api/v1/moderation/rules/playbacks", { data: { document } });
      const { id } = await played.json();
      const address = `/api/v1/moderation/rules/playbacks/${id}`;
      await expect
        .poll(async () => (await (await moderator.get(address)).json()).finishedAt, { timeout: 20_000 })
        .not.toBeNull();
      await as(page, "moderator");
      await page.goto(`/moderation/rules/playbacks/${id}`);
    },
  },
  { name: "own settings", page: `${desk}/settings`, arrive: asAt("reader", "/settings") },
  {
    name: "own settings, suspended",
    page: `${desk}/settings`,
    arrive: async (page) => {
      await be(page, await one({ status: "suspended" }));
      await page.goto("/settings");
    },
  },
  {
    name: "new address by a link that is spent",
    page: `${desk}/settings/email/[token]`,
    arrive: asAt("reader", "/settings/email/no-such-token-was-ever-mailed"),
  },
];

async function someOn(slug: string): Promise<string> {
  return found(
    `SELECT c.id AS found FROM comments c JOIN articles a ON a.id = c."articleId" WHERE a.slug = $1 AND c.status = 'published' LIMIT 1`,
    [slug],
  );
}
