import sharp from "sharp";
import { afterEach, describe, expect, test } from "vitest";
import { type Author, personAt, system } from "@/lib/actor";
import {
  archiveArticle,
  changeArticle,
  createArticle,
  publishArticle,
  publishDue,
  unpublishArticle,
} from "@/lib/articles/mutations";
import { articleBySlug, deskArticle, slugMovedTo } from "@/lib/articles/queries";
import { day, hour, after as moved, now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { AppError } from "@/lib/errors";
import { storePicture } from "@/lib/pictures";
import { requireAuthor } from "@/lib/session";
import { makeArticle, makeAuthor, makeEditor } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

afterEach(emptyDatabase);

const statusOf = async (id: string) => (await db.article.findUniqueOrThrow({ where: { id } })).status;

describe("a draft", () => {
  test("begins with an address from its title, its writer as author, a first revision and an event", async () => {
    const ada = await makeAuthor();
    const saved = await createArticle(ada, {
      title: "Bread & Roses: Über alles?",
      body: "One two **three**.",
      tags: ["Trade", "Öl"],
    });
    expect(saved).toMatchObject({ slug: "bread-and-roses-uber-alles", revision: 1 });
    expect(await deskArticle(ada, saved.id)).toMatchObject({
      status: "draft",
      wordCount: 3,
      html: "<p>One two <strong>three</strong>.</p>",
      authors: [{ handle: ada.handle }],
      tags: [
        { slug: "trade", name: "Trade" },
        { slug: "ol", name: "Öl" },
      ],
    });
    expect(await db.articleRevision.count({ where: { articleId: saved.id, revision: 1, savedById: ada.id } })).toBe(1);
    expect(await db.event.count({ where: { subject: saved.id, type: "article.created" } })).toBe(1);
  });

  test("is nobody's but its authors' and the editors'", async () => {
    const [ada, ben, eve] = [await makeAuthor(), await makeAuthor(), await makeEditor()];
    const { id } = await createArticle(ada, { title: "Mine" });
    expect(await deskArticle(ben, id)).toBeNull();
    await expect(changeArticle(ben, id, { section: "Trade" })).rejects.toMatchObject({ code: "not_found" });
    await expect(publishArticle(ben, id)).rejects.toMatchObject({ code: "not_found" });
    await changeArticle(eve, id, { authors: [ada.handle, ben.handle] });
    await changeArticle(ben, id, { section: "Trade" });
    expect((await deskArticle(ada, id))?.section).toBe("Trade");
  });

  test("has authors that only an editor may name, and only among those who write", async () => {
    const [ada, ben] = [await makeAuthor(), await makeAuthor()];
    const { id } = await createArticle(ada, { title: "Mine" });
    await expect(changeArticle(ada, id, { authors: [ben.handle] })).rejects.toMatchObject({ code: "forbidden" });
    await changeArticle(ada, id, { authors: [ada.handle] });
    await expect(changeArticle(await makeEditor(), id, { authors: ["nobody"] })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("a stored picture in the body says how large it is", async () => {
    const author = await makeAuthor();
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#0e5a44" } })
      .png()
      .toBuffer();
    const { url } = await storePicture(author, bytes);
    const { id } = await createArticle(author, { title: "Mine", body: `![A field](${url})\n\n![Again](${url})` });
    const { html } = await db.article.findUniqueOrThrow({ where: { id }, select: { html: true } });
    expect(html.match(/<img src="[^"]*" width="40" height="30" /g)).toHaveLength(2);
  });

  test("takes no picture that is not here", async () => {
    const picture = { url: `/media/${"0".repeat(64)}.webp` };
    await expect(createArticle(await makeAuthor(), { title: "Mine", picture })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await db.article.count()).toBe(0);
  });
});

describe("two editors at once", () => {
  test("one saves first, and the other gets the newer words", async () => {
    const ada = await makeAuthor();
    const { id } = await createArticle(ada, { title: "One", body: "old" });
    const saves = await Promise.allSettled(
      ["left", "right"].map((body) => changeArticle(ada, id, { body, revision: 1 })),
    );
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const kept = await db.article.findUniqueOrThrow({ where: { id } });
    expect(kept.revision).toBe(2);
    expect(saves.find((save) => save.status === "rejected")).toMatchObject({
      reason: { code: "conflict", extras: { members: { current: { revision: 2, body: kept.body } } } },
    });
    expect(await db.articleRevision.count({ where: { articleId: id } })).toBe(2);
  });

  test("words need the revision they were based on; the same words and other fields do not", async () => {
    const ada = await makeAuthor();
    const { id } = await createArticle(ada, { title: "One", body: "old" });
    await expect(changeArticle(ada, id, { body: "new" })).rejects.toMatchObject({ code: "conflict" });
    expect(await changeArticle(ada, id, { body: "old", section: "Trade", commentPolicy: "closed" })).toMatchObject({
      revision: 1,
    });
    expect(await changeArticle(ada, id, { body: "new", revision: 1 })).toMatchObject({ revision: 2 });
  });
});

describe("addresses", () => {
  test("are given once each, however many ask at the same time", async () => {
    const ada = await makeAuthor();
    const saved = await Promise.all(Array.from({ length: 8 }, () => createArticle(ada, { title: "The same" })));
    expect(new Set(saved.map(({ slug }) => slug)).size).toBe(8);
    expect(saved.map(({ slug }) => slug)).toContain("the-same-8");
  });

  test("that were seen redirect for ever, and go to nobody else", async () => {
    const ada = await makeAuthor();
    const { id, slug } = await createArticle(ada, { title: "First name" });
    await publishArticle(ada, id);
    await changeArticle(ada, id, { slug: "second-name" });
    expect(await slugMovedTo(slug)).toBe("second-name");
    await expect(createArticle(ada, { title: "Thief", slug })).rejects.toMatchObject({ code: "conflict" });
    expect((await createArticle(ada, { title: "First name" })).slug).toBe("first-name-2");
    await changeArticle(ada, id, { slug });
    expect(await slugMovedTo("second-name")).toBe(slug);
    expect(await slugMovedTo(slug)).toBeNull();
  });

  test("that nobody saw are free again", async () => {
    const ada = await makeAuthor();
    const { id, slug } = await createArticle(ada, { title: "First name" });
    await changeArticle(ada, id, { slug: "second-name" });
    expect(await slugMovedTo(slug)).toBeNull();
    expect((await createArticle(ada, { title: "First name" })).slug).toBe(slug);
  });
});

describe("tags", () => {
  test("are one by name whatever the capitals, and distinct by address", async () => {
    const ada = await makeAuthor();
    await createArticle(ada, { title: "One", tags: ["Trade", "C++", "経済"] });
    await createArticle(ada, { title: "Two", tags: ["TRADE", "C", "%"] });
    const tags = await db.tag.findMany({ orderBy: { name: "asc" } });
    expect(tags.map(({ name }) => name).sort()).toEqual(["%", "C", "C++", "Trade", "経済"]);
    expect(new Set(tags.map(({ slug }) => slug)).size).toBe(5);
  });

  test("keep the order in which they were given", async () => {
    const ada = await makeAuthor();
    const { id } = await createArticle(ada, { title: "One", tags: ["b", "a", "c"] });
    await changeArticle(ada, id, { tags: ["c", "b"] });
    expect((await deskArticle(ada, id))?.tags.map(({ name }) => name)).toEqual(["c", "b"]);
  });
});

describe("publishing", () => {
  test("shows it at the moment of the actor, and taking it back hides it with its thread kept", async () => {
    const lastYear = new Date("2025-05-01T08:00:00Z");
    const ada = requireAuthor(personAt(system(lastYear), await makeAuthor()));
    const { id, slug } = await createArticle(ada, { title: "One" });
    expect(await articleBySlug(slug)).toBeNull();
    await publishArticle(ada, id);
    expect(await articleBySlug(slug)).toMatchObject({ publishedAt: lastYear, correctedAt: null, commentsOpen: true });
    await unpublishArticle(ada, id);
    expect(await articleBySlug(slug)).toBeNull();
    await publishArticle(await makeEditor(), id);
    expect(await articleBySlug(slug)).toMatchObject({ publishedAt: lastYear });
  });

  test("of two publishing it at once, it is published once", async () => {
    const ada = await makeAuthor();
    const { id } = await createArticle(ada, { title: "One" });
    await Promise.all([publishArticle(ada, id), publishArticle(ada, id)]);
    expect(await db.event.count({ where: { subject: id, type: "article.published" } })).toBe(1);
  });

  test("new words after publication date the correction, other fields do not", async () => {
    const ada = await makeAuthor();
    const { id, slug } = await createArticle(ada, { title: "One" });
    await publishArticle(ada, id);
    await changeArticle(ada, id, { section: "Trade" });
    expect((await articleBySlug(slug))?.correctedAt).toBeNull();
    await changeArticle(ada, id, { title: "Two", revision: 1 });
    expect((await articleBySlug(slug))?.correctedAt).toBeInstanceOf(Date);
  });

  test("at a future time waits for its job, which runs once and only when it is due", async () => {
    const ada = await makeAuthor();
    const { id, slug } = await createArticle(ada, { title: "One" });
    const at = moved(now(), 1 * hour);
    await publishArticle(ada, id, { at });
    expect(await statusOf(id)).toBe("scheduled");
    expect(await sql("SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'publish_due'")).toEqual([
      { run_at: at },
    ]);
    await publishDue(system(now()), id);
    expect(await statusOf(id)).toBe("scheduled");
    await publishDue(system(moved(at, 5)), id);
    await publishDue(system(moved(at, 10)), id);
    expect(await articleBySlug(slug)).toMatchObject({ publishedAt: at });
    expect(await db.event.count({ where: { subject: id, type: "article.published" } })).toBe(1);
  });

  test("a piece taken back before its time stays back", async () => {
    const ada = await makeAuthor();
    const { id } = await createArticle(ada, { title: "One" });
    await publishArticle(ada, id, { at: moved(now(), 1 * hour) });
    await unpublishArticle(ada, id);
    await publishDue(system(moved(now(), 1 * day)), id);
    expect(await db.article.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "draft", publishedAt: null });
  });

  test("a published piece cannot be put off, an archived one is away and comes back", async () => {
    const ada = await makeAuthor();
    const { id } = await makeArticle({ authors: [ada] });
    await expect(publishArticle(ada, id, { at: moved(now(), 1 * hour) })).rejects.toMatchObject({ code: "conflict" });
    await archiveArticle(ada, id);
    expect(await statusOf(id)).toBe("archived");
    await publishArticle(ada, id);
    expect(await statusOf(id)).toBe("published");
  });
});

describe("whatever an article is, it can be", () => {
  const [before, later] = [moved(now(), -1 * hour), moved(now(), 1 * hour)];
  const dates = { draft: null, scheduled: later, published: before, archived: before };
  const from = ["draft", "scheduled", "published", "archived"] as const;
  const table = [
    [
      "published",
      publishArticle,
      { draft: "published", scheduled: "published", published: "published", archived: "published" },
    ],
    [
      "scheduled, unless readers have it already",
      (by, id) => publishArticle(by, id, { at: later }),
      { draft: "scheduled", scheduled: "scheduled", published: "conflict", archived: "scheduled" },
    ],
    [
      "taken back to a draft",
      unpublishArticle,
      { draft: "draft", scheduled: "draft", published: "draft", archived: "draft" },
    ],
    [
      "put away",
      archiveArticle,
      { draft: "archived", scheduled: "archived", published: "archived", archived: "archived" },
    ],
  ] as const satisfies [string, (by: Author, id: string) => Promise<void>, Record<(typeof from)[number], string>][];

  test.each(table)("%s", async (_what, act, outcomes) => {
    const ada = await makeAuthor();
    for (const status of from) {
      const { id } = await makeArticle({ authors: [ada], status, publishedAt: dates[status] });
      const refusal = await act(ada, id).then(
        () => null,
        (thrown: AppError) => thrown.code,
      );
      expect([status, refusal ?? (await statusOf(id))]).toEqual([status, outcomes[status]]);
      if (refusal) expect(await statusOf(id)).toBe(status);
    }
  });
});
