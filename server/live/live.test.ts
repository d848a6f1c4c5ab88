import { createServer, request as httpRequest, type IncomingMessage, type Server } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { threadState } from "@/lib/comments/changes";
import { deleteComment, editComment } from "@/lib/comments/mutations";
import { postComment } from "@/lib/comments/posting";
import { vote } from "@/lib/comments/voting";
import { decide } from "@/lib/moderation/mutations";
import { makeArticle, makeComment, makeKnownReader, makeModerator, makeReader } from "@/prisma/factories";
import { databaseUrl, sql } from "@/prisma/testing";
import { visitOf } from "@/server/front/visit";
import { Listener } from "@/server/listener";
import { Admission } from "@/server/live/admission";
import { Live } from "@/server/live/live";
import { openStream } from "@/server/live/open-stream";

vi.mock("@/lib/comments/changes", { spy: true });

let live: Live;
let listener: Listener;
let server: Server;
const opened: IncomingMessage[] = [];
const portOf = () => {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
};

interface Event {
  id: string;
  event: string;
  data: unknown;
}

function eventsIn(text: string): Event[] {
  return text.split("\n\n").flatMap((block) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
    return field("event") ? [{ id: field("id"), event: field("event"), data: JSON.parse(field("data")) }] : [];
  });
}

interface Opened {
  status: number;
  headers: IncomingMessage["headers"];
  text(): string;
  events(name?: string): Event[];
  ended: Promise<void>;
}

function open(slug: string, { since = "", headers = {} }: { since?: string; headers?: Record<string, string> } = {}) {
  return new Promise<Opened>((resolve, reject) => {
    const path = `/api/v1/articles/${slug}/stream${since && `?since=${since}`}`;
    httpRequest({ port: portOf(), path, headers, agent: false }, (answer) => {
      opened.push(answer);
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      const ended = new Promise<void>((done) => answer.once("close", done));
      const events = (name?: string) => eventsIn(text).filter(({ event }) => !name || event === name);
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: () => text, events, ended });
    })
      .on("error", reject)
      .end();
  });
}

/** A stream that has been greeted. */
async function openPage(slug: string, since?: string): Promise<Opened> {
  const page = await open(slug, since === undefined ? {} : { since });
  await expect.poll(() => page.events("hello")).toHaveLength(1);
  return page;
}

const told = (page: Opened) => page.events("changes").map(({ data }) => data);
const settled = async () => {
  await listener.caughtUp();
  await pause(500);
};

beforeAll(async () => {
  listener = new Listener({
    connectionString: databaseUrl,
    onTag: (tag, mayLag) => void (mayLag || live.articleChanged(tag.replace("article:", ""))),
    onComment: (article, comment, what) => live.commentChanged(article, comment, what),
    onAll: () => live.everythingChanged(),
  });
  live = new Live();
  listener.start();
  await vi.waitUntil(() => listener.trusted, { timeout: 5_000 });
  server = createServer((request, response) => {
    const address = String(request.headers["x-address"] ?? "10.0.0.1");
    void openStream(live, visitOf(request, response, "an-id", false), { address, headers: [] });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

beforeEach(() => {
  live = new Live();
});

afterEach(() => {
  for (const answer of opened.splice(0)) answer.destroy();
  live.close();
});

afterAll(async () => {
  server.close();
  await listener.stop();
});

describe("an open page", () => {
  test("hears of a new comment within a second, with what it needs to place it", async () => {
    const article = await makeArticle({ commentPolicy: "open" });
    const page = await openPage(article.slug);
    expect(page.headers["content-type"]).toBe("text/event-stream");
    expect(page.headers["cache-control"]).toContain("no-store");
    const began = performance.now();
    const { comment } = await postComment(await makeKnownReader(), { slug: article.slug, body: "A toll, then." });
    await expect.poll(() => told(page), { timeout: 1_000, interval: 5 }).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(told(page)).toEqual([
      {
        count: 1,
        comments: [
          { id: comment.id, parentId: null, state: "published", score: 0, replyCount: 0, came: true, changed: false },
        ],
      },
    ]);
  });

  test("hears with a hundred others what was asked for once", async () => {
    const article = await makeArticle({ commentPolicy: "open" });
    const pages = await Promise.all(Array.from({ length: 100 }, () => openPage(article.slug)));
    await settled();
    vi.mocked(threadState).mockClear();
    const writer = await makeKnownReader();
    for (const body of ["One thing.", "Another thing.", "A third one."]) {
      await postComment(writer, { slug: article.slug, body });
    }
    const last = pages.at(-1) ?? expect.fail();
    await expect.poll(() => JSON.stringify(told(last))).toContain('"count":3');
    await settled();
    expect(vi.mocked(threadState).mock.calls.length).toBeLessThanOrEqual(3);
    expect(new Set(pages.map((page) => JSON.stringify(told(page)))).size).toBe(1);
  });

  test("hears of an edit, a withdrawal, and a withdrawal that leaves replies", async () => {
    const [writer, article] = [await makeKnownReader(), await makeArticle({ commentPolicy: "open" })];
    const say = async (body: string, parentId?: string) =>
      (await postComment(writer, { slug: article.slug, body, parentId })).comment;
    const [edited, gone, answered] = [await say("To be mended."), await say("To go."), await say("To be answered.")];
    await say("An answer.", answered.id);
    const page = await openPage(article.slug);
    await settled();
    await editComment(writer, edited.id, { body: "Mended." });
    await deleteComment(writer, gone.id);
    await deleteComment(writer, answered.id);
    await settled();
    const all = page.events("changes").flatMap(({ data }) => Object.values(data ?? {})[1]);
    expect(all).toContainEqual(expect.objectContaining({ id: edited.id, state: "published", changed: true }));
    expect(all).toContainEqual({ id: gone.id, state: "gone" });
    expect(all).toContainEqual(expect.objectContaining({ id: answered.id, state: "tombstone", changed: true }));
    expect(page.text()).not.toContain("ended.");
  });

  test("hears nothing of a comment that waits, is mended, is refused or is withdrawn unseen", async () => {
    const article = await makeArticle({ commentPolicy: "all_held" });
    const [writer, moderator] = [await makeReader(), await makeModerator()];
    const page = await openPage(article.slug);
    await settled();
    const { comment: refused } = await postComment(writer, { slug: article.slug, body: "Not yet seen." });
    await editComment(writer, refused.id, { body: "Still not seen." });
    await decide(moderator, refused.id, { action: "reject", revision: 2, reason: "spam" });
    const { comment: withdrawn } = await postComment(writer, { slug: article.slug, body: "Never seen." });
    await deleteComment(writer, withdrawn.id);
    await settled();
    expect(page.events().map(({ event }) => event)).toEqual(["hello"]);
  });

  test("hears of one that was let through as of any other", async () => {
    const article = await makeArticle({ commentPolicy: "all_held" });
    const { comment } = await postComment(await makeReader(), { slug: article.slug, body: "Let me through." });
    const page = await openPage(article.slug);
    await decide(await makeModerator(), comment.id, { action: "approve", revision: 1 });
    await expect.poll(() => JSON.stringify(told(page))).toContain(comment.id);
  });

  test("hears of votes at most once a second", async () => {
    const comment = await makeComment();
    const [{ slug } = expect.fail()] = await sql<{ slug: string }>("SELECT slug FROM articles WHERE id = $1", [
      comment.articleId,
    ]);
    const page = await openPage(slug);
    await settled();
    for (let voter = 0; voter < 12; voter++) await vote(await makeKnownReader(), comment.id, 1);
    await pause(1_400);
    expect(page.events("changes").length).toBeLessThanOrEqual(3);
    expect(JSON.stringify(told(page).at(-1))).toContain('"score":12');
  });

  test("is let go when its article is taken back, and finds nothing there", async () => {
    const article = await makeArticle();
    const page = await openPage(article.slug);
    await sql("UPDATE articles SET status = 'draft' WHERE id = $1", [article.id]);
    await page.ended;
    expect(page.events().at(-1)?.event).toBe("over");
    expect((await open(article.slug)).status).toBe(404);
  });
});

describe("who comes back", () => {
  test("is told what happened in between, and nothing twice", async () => {
    const article = await makeArticle({ commentPolicy: "open" });
    const writer = await makeKnownReader();
    const [stays, leaves] = [await openPage(article.slug), await openPage(article.slug)];
    await postComment(writer, { slug: article.slug, body: "While both are here." });
    await expect.poll(() => told(leaves)).toHaveLength(1);
    opened.at(-1)?.destroy();
    await postComment(writer, { slug: article.slug, body: "While one is away." });
    await expect.poll(() => told(stays)).toHaveLength(2);
    const again = await openPage(article.slug, leaves.events("changes").at(-1)?.id);
    expect(again.events("hello")[0]?.data).toEqual({ count: 2, resumed: true });
    await expect.poll(() => told(again)).toEqual([told(stays)[1]]);
  });

  test.each(["another.1.4", "x", "%00", "a".repeat(500)])("with %.9s is told to look again", async (since) => {
    const { slug } = await makeArticle();
    expect((await openPage(slug, since)).events("hello")[0]?.data).toEqual({ count: 0, resumed: false });
  });

  test("after the listener was deaf is told to look again", async () => {
    const { slug } = await makeArticle();
    const page = await openPage(slug);
    const { id } = page.events("hello")[0] ?? expect.fail();
    live.everythingChanged();
    await expect.poll(() => page.events("resync")).toHaveLength(1);
    expect((await openPage(slug, id)).events("hello")[0]?.data).toEqual({ count: 0, resumed: false });
    expect((await openPage(slug, page.events("resync")[0]?.id)).events("hello")[0]?.data).toMatchObject({
      resumed: true,
    });
  });

  test("to a thread that nobody watched is resumed if nothing happened, and told to look again otherwise", async () => {
    const article = await makeArticle({ commentPolicy: "open" });
    const page = await openPage(article.slug);
    const { id } = page.events("hello")[0] ?? expect.fail();
    await settled();
    opened.at(-1)?.destroy();
    await expect.poll(() => live.count).toBe(0);
    opened.splice(0);
    expect((await openPage(article.slug, id)).events("hello")[0]?.data).toEqual({ count: 0, resumed: true });
    opened.at(-1)?.destroy();
    await expect.poll(() => live.count).toBe(0);
    await postComment(await makeKnownReader(), { slug: article.slug, body: "While nobody looks." });
    await settled();
    expect((await openPage(article.slug, id)).events("hello")[0]?.data).toEqual({ count: 1, resumed: false });
  });
});

describe("streams end", () => {
  test("when the process does, at once, with a word when to come back", async () => {
    const { slug } = await makeArticle();
    const page = await openPage(slug);
    const began = performance.now();
    live.close();
    await page.ended;
    expect(performance.now() - began).toBeLessThan(200);
    expect(page.text()).toMatch(/^retry: [1-5]\d{3}$/m);
    const late = await open(slug);
    expect([late.status, late.headers["retry-after"]]).toEqual([503, "30"]);
  });

  test("for a client that never reads, while the others hear on", async () => {
    const { slug, id } = await makeArticle();
    const reads = await openPage(slug);
    const deaf = connect(portOf(), "127.0.0.1");
    deaf.pause();
    deaf.write(`GET /api/v1/articles/${slug}/stream HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await expect.poll(() => live.count).toBe(2);
    // More than the system keeps for a socket: 40 KB a time.
    const state = { articleId: id, slug, published: true, count: 1, comments: [] };
    const shown = { parentId: null, state: "published" as const, score: 1, replyCount: 0 };
    const comments = Array.from({ length: 150 }, (_, each) => ({ ...shown, id: `${each}`.padEnd(250, "-") }));
    vi.mocked(threadState).mockImplementation(async () => ({ ...state, comments }));
    for (let turn = 0; turn < 400 && live.count === 2; turn++) {
      for (const comment of comments) live.commentChanged(id, comment.id, "more");
      await pause(live.count === 2 ? 160 : 0);
    }
    vi.mocked(threadState).mockRestore();
    expect(live.count).toBe(1);
    const before = reads.events().length;
    live.everythingChanged();
    await expect.poll(() => reads.events().length).toBeGreaterThan(before);
    deaf.destroy();
  }, 90_000);
});

describe("refused with a time to come back", () => {
  test("is the stream of an address that has many, and nobody else's", async () => {
    live = new Live(new Admission({ inAll: 10, anAddress: 2 }));
    const { slug } = await makeArticle();
    await Promise.all([openPage(slug), openPage(slug)]);
    const third = await open(slug);
    expect([third.status, third.headers["retry-after"]]).toEqual([429, "30"]);
    expect(third.headers["content-type"]).toContain("application/problem+json");
    expect((await open(slug, { headers: { "x-address": "10.0.0.2" } })).status).toBe(200);
    opened[0]?.destroy();
    await expect.poll(async () => (await open(slug)).status).toBe(200);
  });

  test("is one more than the process takes, however they come", async () => {
    live = new Live(new Admission({ inAll: 3, anAddress: 3 }));
    const { slug } = await makeArticle();
    const answers = await Promise.all(Array.from({ length: 8 }, () => open(slug)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(5);
  });
});

test.each(["nothing-here", "a".repeat(900), "%20", "%F0%9F%8C%89"])("there is no stream at %.9s", async (slug) => {
  const { status, headers } = await open(slug);
  expect([status, headers["content-type"]]).toEqual([404, "application/problem+json; charset=utf-8"]);
});
