import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Member } from "@/lib/actor";
import { after, day, hour, now } from "@/lib/clock";
import { pickComment } from "@/lib/comments/picks-and-pins";
import { postComment } from "@/lib/comments/posting";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { decide } from "@/lib/moderation/mutations";
import { inbox } from "@/lib/notifications/inbox";
import { mailDaily } from "@/lib/notifications/mailing";
import { chooseDeliveries, followPerson, followThread, markRead, tellOfComment } from "@/lib/notifications/mutations";
import { work } from "@/lib/notifications/work-testing";
import { makeArticle, makeAuthor, makeComment, makeKnownReader, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";
import { smtpSink } from "@/server/worker/smtp-sink-testing";

const folder = () => join(env().DATA_DIR, "mail");
beforeEach(async () => {
  await emptyDatabase();
  await rm(folder(), { recursive: true, force: true });
});

/** Every message that went out, with its quoted-printable undone. */
async function mails(): Promise<string[]> {
  const names = await readdir(folder()).catch(() => []);
  const read = await Promise.all(names.map((name) => readFile(join(folder(), name), "utf8")));
  return read.map((message) =>
    message.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

const header = (message: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, "im").exec((message.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " "))?.[1];

async function known(given: Parameters<typeof makeKnownReader>[0] = {}): Promise<Member> {
  const reader = await makeKnownReader(given);
  await makeComment({ author: reader });
  return reader;
}

const daysAgo = (days: number) => after(now(), -days * day);

/** A reader answers another's comment, and the workers have worked. */
async function answered(given: { title?: string; name?: string; body?: string } = {}) {
  const reader = await makeReader();
  const article = await makeArticle({ title: given.title ?? "Two prices" });
  const parent = await makeComment({ article, author: reader });
  const by = await known({ name: given.name ?? "Rafe Oduya" });
  const { comment } = await postComment(by, {
    slug: article.slug,
    parentId: parent.id,
    body: given.body ?? "Not *so*.\n\nTwice.",
  });
  return { reader, article, parent, comment, by };
}

describe("an answer", () => {
  test("is mailed at once, in text and HTML, with the words quoted and the way to them", async () => {
    const { comment } = await answered();
    await work();
    const [mail = "", ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toContain("> Not *so*.\r\n>\r\n> Twice.");
    expect(mail).toContain("<p>Not <em>so</em>.</p>");
    expect(mail).toContain(`http://localhost:3000/comments/${comment.id}`);
    expect(header(mail, "From")).toBe('"Rafe Oduya (Rejoinder)" <no-reply@localhost>');
    expect(header(mail, "Auto-Submitted")).toBe("auto-generated");
  });

  test("hangs in the conversation of its article and of what it answers", async () => {
    const { article, parent, comment, reader } = await answered();
    await work();
    const [mail = ""] = await mails();
    const [root, before] = [`<article.${article.id}@localhost>`, `<comment.${parent.id}.${reader.id}@localhost>`];
    expect(header(mail, "Subject")).toBe("Re: Two prices");
    expect(header(mail, "Message-ID")).toBe(`<comment.${comment.id}.${reader.id}@localhost>`);
    expect(header(mail, "In-Reply-To")).toBe(before);
    expect(header(mail, "References")).toBe(`${root} ${before}`);
  });

  test("to an answer that its reader was mailed answers that letter", async () => {
    const article = await makeArticle();
    const reader = await makeReader({ email: "reader@example.org" });
    await followThread(reader, article.slug, true);
    await chooseDeliveries(reader, { followed_thread: "at_once" });
    const first = await makeComment({ article });
    const second = await makeComment({ parent: first });
    for (const { id } of [first, second]) await tellOfComment({ commentId: id, at: now().toISOString() });
    await work();
    const all = (await mails()).filter((mail) => header(mail, "To") === "reader@example.org");
    const answer = all.find((mail) => header(mail, "In-Reply-To")?.startsWith("<comment."));
    expect(all).toHaveLength(2);
    expect(all.map((mail) => header(mail, "Message-ID"))).toContain(header(answer ?? "", "In-Reply-To"));
  });

  test("can be left with one click", async () => {
    await answered();
    await work();
    const [mail = ""] = await mails();
    expect(header(mail, "List-Unsubscribe")).toMatch(
      /^<http:\/\/localhost:3000\/api\/v1\/unsubscriptions\/[\w-]{44}>$/,
    );
    expect(header(mail, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(header(mail, "List-Id")).toBe("<comments.localhost>");
  });

  test.each(["A\r\nBcc: evil@example.org", "A\u2028Bcc: x\u0000", `A" <evil@example.org>, "B`, "x".repeat(10_000)])(
    "takes no header from a name or a title (%#)",
    async (words) => {
      await answered({
        title: words.replace("\u0000", "").slice(0, 200),
        name: words.slice(0, 70).replace("\u0000", ""),
      });
      await work();
      const [mail = "", ...more] = await mails();
      expect(more).toEqual([]);
      const head = (mail.split("\r\n\r\n")[0] ?? "").split("\r\n");
      expect(head.filter((line) => /^(bcc|cc):/i.test(line))).toEqual([]);
      expect(head.filter((line) => /^to:/i.test(line))).toHaveLength(1);
      expect(header(mail, "From")).toMatch(/ <no-reply@localhost>$/);
    },
  );

  test("that was read in the inbox meanwhile, or went, or whose reader wants no mail, is not mailed", async () => {
    const first = await answered();
    const second = await answered();
    const third = await answered();
    for (const { comment } of [first, second, third])
      await tellOfComment({ commentId: comment.id, at: now().toISOString() });
    await markRead(first.reader, {});
    await db.comment.update({ where: { id: second.comment.id }, data: { status: "removed" } });
    await chooseDeliveries(third.reader, { reply: "never" });
    await work();
    expect(await mails()).toEqual([]);
  });
});

test("whom a comment names finds it in the inbox, and its words in the mail at once", async () => {
  const [by, named, { slug }] = [await known({ name: "Rafe Oduya" }), await makeReader(), await makeArticle()];
  const { comment } = await postComment(by, { slug, body: `Is that so, @${named.handle}?` });
  await work();
  const { items } = await inbox(named, { limit: 5 });
  expect(items).toMatchObject([
    { kind: "mention", comment: { id: comment.id, excerpt: `Is that so, @${named.handle}?` } },
  ]);
  const [mail = "", ...more] = await mails();
  expect(more).toEqual([]);
  expect(header(mail, "To")).toBe((await db.account.findUniqueOrThrow({ where: { id: named.id } })).email);
  expect(mail).toContain("Rafe Oduya named you under");
  expect(mail).toContain(`> Is that so, @${named.handle}?`);
  expect(mail).toContain(`http://localhost:3000/comments/${comment.id}`);
});

test("whose comment is picked out finds it in the inbox, and in the daily letter or, if they chose so, in a mail at once", async () => {
  const [author, daily, atOnce] = [await makeAuthor(), await makeReader(), await makeReader()];
  await chooseDeliveries(atOnce, { pick: "at_once" });
  const article = await makeArticle({ authors: [author], title: "Two prices" });
  for (const reader of [daily, atOnce]) {
    const { id } = await makeComment({ article, author: reader, body: "Words that stand out." });
    await pickComment(author, id, true);
    await work();
    const { items } = await inbox(reader, { limit: 5 });
    expect(items).toMatchObject([{ kind: "pick", comment: { id, excerpt: "Words that stand out." } }]);
  }
  const [first = "", ...none] = await mails();
  expect(none).toEqual([]);
  expect(header(first, "Subject")).toBe("Re: Two prices");
  await db.notification.updateMany({ data: { at: after(now(), -hour) } });
  await mailDaily();
  await work();
  const letter = (await mails()).find((mail) => mail !== first) ?? "";
  expect(header(letter, "To")).toBe((await db.account.findUniqueOrThrow({ where: { id: daily.id } })).email);
  for (const mail of [first, letter]) expect(mail).toContain("> Words that stand out.");
});

test("a decision is mailed with its reasons, and leads to where one objects", async () => {
  const comment = await makeComment({ status: "pending" });
  await decide(await makeModerator({ name: "Rosalind" }), comment.id, {
    action: "reject",
    revision: 1,
    reason: "off_topic",
    note: "Quote the sentence that you mean.",
  });
  await work();
  const [mail = ""] = await mails();
  expect(mail).toContain("Quote the sentence that you mean.");
  const { id } = await db.statement.findFirstOrThrow({ where: { commentId: comment.id } });
  expect(mail).toContain(`/statements/${id}`);
  expect(header(mail, "References")).toBe(
    `<article.${comment.articleId}@localhost> <comment.${comment.id}.${comment.authorId}@localhost>`,
  );
  expect(mail).not.toContain("Rosalind");
});

test("somebody who is told of one comment in several ways gets a letter of each, and those after the first answer it", async () => {
  const [author, writer] = [await makeAuthor(), await makeReader()];
  const comment = await makeComment({
    article: await makeArticle({ authors: [author] }),
    author: writer,
    status: "pending",
  });
  await chooseDeliveries(writer, { pick: "at_once" });
  await decide(await makeModerator(), comment.id, { action: "approve", revision: 1 });
  await work();
  await pickComment(author, comment.id, true);
  await work();
  const all = await mails();
  const ids = all.map((mail) => header(mail, "Message-ID"));
  const own = `<comment.${comment.id}.${writer.id}@localhost>`;
  expect(new Set(ids).size).toBe(2);
  expect(ids).toContain(own);
  const approved = all.find((mail) => header(mail, "Message-ID") !== own) ?? "";
  expect(header(approved, "In-Reply-To")).toBe(own);
});

describe("the daily letter", () => {
  async function followed(count: number) {
    const reader = await makeReader();
    const article = await makeArticle();
    await followThread(reader, article.slug, true);
    for (let n = 0; n < count; n++) {
      const comment = await makeComment({ article, body: `Words number ${n}.` });
      await tellOfComment({ commentId: comment.id, at: now().toISOString() });
    }
    return { reader, article };
  }

  test("holds all of a day in one message, once, and what was read meanwhile is left out", async () => {
    const { reader } = await followed(3);
    const [first] = await db.notification.findMany({ orderBy: { id: "asc" } });
    await markRead(reader, { ids: [first?.id ?? ""] });
    for (let again = 0; again < 3; again++) {
      await mailDaily();
      await work();
    }
    const [mail = "", ...more] = await mails();
    expect(more).toEqual([]);
    expect(header(mail, "Subject")).toMatch(/^2 things from Rejoinder/);
    expect(mail.match(/> Words number/g)).toHaveLength(2);
    expect(await db.notification.count({ where: { mailedAt: null } })).toBe(1);
  });

  /** The letters that would go out had all been told so many days before. */
  async function mailsAfter(days: number): Promise<string[]> {
    await db.notification.updateMany({ data: { toldAt: daysAgo(days) } });
    await rm(folder(), { recursive: true, force: true });
    await db.sentMail.deleteMany();
    await mailDaily();
    await work();
    return mails();
  }

  test("goes to nobody who was told nothing, shows fifty and says of all how many there are; the next day brings none of them", async () => {
    await makeReader();
    await followed(1);
    await db.$queryRaw`
      WITH crowd AS (
        INSERT INTO comments (id, "articleId", "authorId", body, html, "bodyHash", status)
        SELECT gen_random_uuid(), "articleId", "authorId", body, html, "bodyHash", status FROM comments, generate_series(1, 599)
        RETURNING id)
      INSERT INTO notifications (id, "accountId", kind, "eventId", "commentId", "actorId", delivery)
      SELECT gen_random_uuid(), n."accountId", n.kind, crowd.id, crowd.id, n."actorId", n.delivery FROM crowd, notifications n`;
    await mailDaily();
    await work();
    const [mail = "", ...more] = await mails();
    expect(more).toEqual([]);
    expect(header(mail, "Subject")).toMatch(/^600 things/);
    expect(mail.match(/> Words number/g)).toHaveLength(50);
    expect(mail).toContain("550 more stand in your inbox.");
    expect(header(mail, "Message-ID")).toContain(now().toISOString().slice(0, 10));
    expect(await mailsAfter(1)).toEqual([]);
  });

  test("shows what was said to oneself first, then the newest", async () => {
    const { reader, article } = await followed(60);
    await chooseDeliveries(reader, { reply: "daily" });
    const reply = await makeComment({ parent: await makeComment({ article, author: reader }), body: "To you." });
    await tellOfComment({ commentId: reply.id, at: now().toISOString() });
    await db.notification.updateMany({ where: { commentId: reply.id }, data: { toldAt: daysAgo(1) } });
    await mailDaily();
    await work();
    const [mail = ""] = await mails();
    const said = [...mail.matchAll(/^> (.*)\r$/gm)].map(([, words]) => words);
    expect(said).toHaveLength(50);
    expect([said[0], said[1], said.at(-1)]).toEqual(["To you.", "Words number 59.", "Words number 11."]);
  });

  test("that a mail server refused brings all of it again", async () => {
    await followed(60);
    const sink = await smtpSink({ answer: "451 later" });
    Object.assign(env(), { SMTP_URL: sink.url });
    await mailDaily();
    await work();
    sink.close();
    Object.assign(env(), { SMTP_URL: undefined });
    expect(await db.notification.count({ where: { mailedAt: null } })).toBe(60);
    await work();
    expect(header((await mails())[0] ?? "", "Subject")).toMatch(/^60 things/);
  });

  test("makes up for one day, not for a winter without letters", async () => {
    await followed(1);
    expect(await mailsAfter(1)).toHaveLength(1);
    await db.notification.updateMany({ data: { mailedAt: null } });
    expect(await mailsAfter(60)).toEqual([]);
  });

  test("says nothing of a discussion or a person that is followed no more", async () => {
    const { reader, article } = await followed(1);
    const writer = await makeReader();
    await followPerson(reader, writer.handle, true);
    const said = await makeComment({ author: writer });
    await tellOfComment({ commentId: said.id, at: now().toISOString() });
    await followThread(reader, article.slug, false);
    await followPerson(reader, writer.handle, false);
    expect(await mailsAfter(0)).toEqual([]);
    await followPerson(reader, writer.handle, true);
    expect(await mailsAfter(0)).toHaveLength(1);
  });
});
