import { beforeEach, describe, expect, test } from "vitest";
import { after, day, now, second } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import { readLetterToken } from "@/lib/moderation/fairness/letter-token";
import { answerObjection, object } from "@/lib/moderation/fairness/mutations";
import { decide, reportComment } from "@/lib/moderation/mutations";
import { endSanction, sanction } from "@/lib/moderation/people/mutations";
import { inbox } from "@/lib/notifications/inbox";
import { mailDaily } from "@/lib/notifications/mailing";
import { chooseDeliveries } from "@/lib/notifications/mutations";
import { noticeLetter } from "@/lib/notifications/notice-letters";
import { noticesWhere } from "@/lib/notifications/notices";
import { waiting, work } from "@/lib/notifications/work-testing";
import { makeArticle, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";
import { handlers } from "@/server/worker/tasks";

beforeEach(emptyDatabase);

const from = (milliseconds: number) => after(now(), milliseconds);
const enough = { reason: "spam", message: "Three advertisements in a day.", until: null } as const;
const name = "Margit Secret";

/** The letters that somebody would get by now, as they would be sent. */
async function letters(accountId: string) {
  const notices = await noticesWhere(Prisma.sql`n."accountId" = ${accountId}::uuid`);
  return notices.map((notice) => noticeLetter(notice, "Rejoinder"));
}

/** Does what waits, but for mail. */
async function tellAll(): Promise<void> {
  for (const job of await waiting()) {
    if (!job.name.startsWith("tell_")) continue;
    for (const each of handlers) await Reflect.get(each, job.name)?.(job.payload);
  }
}

describe("somebody against whom a measure is taken", () => {
  test("is written what, until when, why, and how to object; not by whom", async () => {
    const reader = await makeReader();
    const until = from(3 * day);
    await sanction(await makeModerator({ name }), reader.id, { kind: "suspend", ...enough, until });
    await tellAll();
    const [letter] = await letters(reader.id);
    const { id } = await db.statement.findFirstOrThrow();
    for (const said of [letter?.text.replace(/\n/g, " "), letter?.html]) {
      expect(said).toContain("You cannot write for now.");
      expect(said).toContain(enough.message);
      expect(said).toContain("Until ");
      expect(said).toContain("You can object until");
      expect(said).toContain("or to a court");
      expect(said).toContain(`/statements/${id}`);
      expect(said).not.toContain(name);
    }
    expect((await inbox(reader, { limit: 20 })).items).toMatchObject([
      { kind: "sanction", statement: { id, measure: "suspended" }, comment: null },
    ]);
  });

  test("is written to though banned and though they chose no mail, with a link that needs no session", async () => {
    const reader = await makeReader();
    await chooseDeliveries(reader, { sanction: "never" });
    await sanction(await makeModerator(), reader.id, { kind: "ban", ...enough });
    await tellAll();
    const [letter] = await letters(reader.id);
    const token = letter?.text.match(/\/objections\/([\w-]{44})/)?.[1] ?? "";
    expect(readLetterToken(token)).toBe((await db.statement.findFirstOrThrow()).id);
    expect(JSON.stringify(letter)).not.toMatch(/unsubscribe/i);
  });

  test("is not written to any more once it was ended", async () => {
    const [reader, moderator] = [await makeReader(), await makeModerator()];
    await sanction(moderator, reader.id, { kind: "hold", ...enough });
    await tellAll();
    const { id } = await db.sanction.findFirstOrThrow();
    await endSanction(moderator, id, { why: "A mistake." });
    expect(await letters(reader.id)).toEqual([]);
  });

  test("finds it in the daily letter if that was chosen", async () => {
    const reader = await makeReader();
    await chooseDeliveries(reader, { sanction: "daily" });
    await sanction(await makeModerator(), reader.id, { kind: "warn", ...enough });
    await tellAll();
    await db.notification.updateMany({ data: { at: from(-second) } });
    await mailDaily();
    await work();
    expect(await db.notification.findMany()).toMatchObject([{ delivery: "daily", mailedAt: expect.any(Date) }]);
  });
});

test("whoever objected is written the answer", async () => {
  const [writer, decider, another] = [await makeReader(), await makeModerator({ name }), await makeModerator({ name })];
  const { id } = await makeComment({ author: writer });
  await decide(decider, id, { action: "remove", reason: "off_topic", note: "", revision: 1 });
  const statement = await db.statement.findFirstOrThrow();
  await db.statement.updateMany({ data: { tellsAt: from(-second) } });
  const objection = await object(writer, statement.id, { words: "" });
  await answerObjection(another, objection.id, { outcome: "granted", answer: "You are right." });
  await tellAll();
  const [letter, ...more] = await letters(writer.id);
  expect(more).toEqual([]);
  expect(letter?.subject).toBe("Your objection was granted");
  expect(letter?.text).toContain("You are right.");
  expect(letter?.text).not.toContain(name);
});

describe("whoever reported", () => {
  test.each([
    ["remove", "upheld", "was removed"],
    ["dismiss_reports", "dismissed", "stays"],
  ] as const)(
    "is told what came of it (%s), neither by whom nor what the writer was told",
    async (action, outcome, words) => {
      const [reporter, article] = [await makeReader(), await makeArticle({ title: "Two prices" })];
      const { id } = await makeComment({ article });
      await reportComment(reporter, id, { reason: "spam", note: "" });
      const why = action === "remove" ? ({ reason: "spam", note: "Private words." } as const) : {};
      await decide(await makeModerator({ name }), id, { action, revision: 1, ...why });
      await tellAll();
      const [letter] = await letters(reporter.id);
      expect(letter?.subject).toBe(`The comment that you reported under “Two prices” ${words}`);
      const told = JSON.stringify([letter, (await inbox(reporter, { limit: 20 })).items]);
      expect(told).toContain(`"outcome":"${outcome}"`);
      expect(told).not.toMatch(/Private words|Margit/);
    },
  );

  test("is told once, whatever else is decided on it", async () => {
    const [reporter, moderator] = [await makeReader(), await makeModerator()];
    const { id } = await makeComment();
    await reportComment(reporter, id, { reason: "spam", note: "" });
    await decide(moderator, id, { action: "remove", reason: "spam", revision: 1 });
    await decide(moderator, id, { action: "restore", revision: 1 });
    await tellAll();
    await tellAll();
    expect(await db.notification.count({ where: { accountId: reporter.id } })).toBe(1);
  });
});
