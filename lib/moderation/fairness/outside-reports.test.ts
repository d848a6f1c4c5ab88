import { beforeEach, describe, expect, test } from "vitest";
import { after, day, minute, now, second } from "@/lib/clock";
import { db } from "@/lib/db";
import { formIs, formToken } from "@/lib/moderation/fairness/form-token";
import { reportWithoutAccount } from "@/lib/moderation/fairness/outside-reports";
import { type OutsideReport, outsideReportInput } from "@/lib/moderation/fairness/schema";
import { decide } from "@/lib/moderation/mutations";
import { undoDecision } from "@/lib/moderation/undoing";
import { tellOfReports } from "@/lib/notifications/answers";
import { waiting, work } from "@/lib/notifications/work-testing";
import { jobs as sweeping } from "@/lib/sweep";
import { makeArticle, makeComment, makeModerator } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

beforeEach(emptyDatabase);

const ago = (milliseconds: number) => after(now(), -milliseconds);
const email = "ann@example.org";
const network = "203.0.113.7";

function report(commentId: string, given: Partial<OutsideReport> = {}): OutsideReport {
  const formed = formToken(commentId, ago(10 * second));
  return outsideReportInput.parse({
    ...{ reason: "illegal", category: "defamation", explanation: "It accuses me of theft.", name: "Ann", email },
    ...{ goodFaith: true, formToken: formed, ...given },
  });
}

const mails = async () => (await waiting()).filter(({ name }) => name === "send_mail").map(({ payload }) => payload);

describe("a report without an account", () => {
  test("is counted, kept with its law and its address, and in the log without either's words", async () => {
    const { id } = await makeComment();
    await reportWithoutAccount(id, report(id), network);
    expect(await db.report.findMany()).toMatchObject([
      { reporterId: null, address: email, name: "Ann", category: "defamation", reason: "illegal", status: "open" },
    ]);
    expect((await db.comment.findUniqueOrThrow({ where: { id } })).openReports).toBe(1);
    expect(await db.event.findFirstOrThrow({ where: { type: "comment.reported" } })).toMatchObject({
      actorId: null,
      data: { reason: "illegal", category: "defamation", withoutAccount: true },
    });
  });

  test("is confirmed to its address by a mail in which nothing stands that was typed", async () => {
    const { id } = await makeComment();
    await reportWithoutAccount(
      id,
      report(id, { explanation: "BUY HERE http://spam.example", name: "Cheap pills" }),
      network,
    );
    const [mail] = await mails();
    expect(mail).toMatchObject({ to: email });
    expect(JSON.stringify(mail)).not.toMatch(/BUY|spam\.example|pills/);
  });

  test("a second one from the same address changes nothing, and is not confirmed again", async () => {
    const { id } = await makeComment();
    for (const _ of [1, 2]) await reportWithoutAccount(id, report(id), network);
    expect(await db.report.count()).toBe(1);
    expect(await mails()).toHaveLength(1);
  });

  test("writes to one address five times in a day at most, and takes what is reported all the same", async () => {
    const comments = await Promise.all(Array.from({ length: 6 }, () => makeComment()));
    for (const { id } of comments)
      await reportWithoutAccount(id, report(id, { email: "flooded@example.org" }), network);
    expect(await db.report.count()).toBe(6);
    expect(await mails()).toHaveLength(5);
  });

  test("without an address is counted once in a day from one network, and answered alike", async () => {
    const { id } = await makeComment();
    const nameless = () => report(id, { email: "", category: "minors" });
    for (const from of [network, network, "2001:db8::/64", network]) await reportWithoutAccount(id, nameless(), from);
    expect((await db.comment.findUniqueOrThrow({ where: { id } })).openReports).toBe(2);
  });

  test("of what readers do not see is not found", async () => {
    const hidden = [
      await makeComment({ status: "removed" }),
      await makeComment({ article: await makeArticle({ status: "draft" }) }),
    ];
    for (const { id } of hidden)
      await expect(reportWithoutAccount(id, report(id), network)).rejects.toMatchObject({ code: "not_found" });
  });

  test("needs an address, but of the abuse of a child; a law where one is broken; good faith; and an empty trap", () => {
    const { formToken: _, ...words } = report("0199b7a0-0000-7000-8000-000000000000");
    const given = { ...words, formToken: "any" };
    const faults = (change: object) =>
      outsideReportInput.safeParse({ ...given, ...change }).error?.issues.map(({ path }) => path.join(".")) ?? [];
    expect(faults({})).toEqual([]);
    expect(faults({ email: "" })).toEqual(["email"]);
    expect(faults({ email: "", category: "minors" })).toEqual([]);
    expect(faults({ category: null })).toEqual(["category"]);
    expect(faults({ category: null, reason: "spam" })).toEqual([]);
    expect(faults({ goodFaith: false })).toEqual(["goodFaith"]);
    expect(faults({ explanation: "  " })).toEqual(["explanation"]);
    expect(faults({ website: "https://spam.example" })).toEqual(["website"]);
  });
});

describe("the form's token", () => {
  const [mine, other] = ["0199b7a0-0000-7000-8000-000000000001", "0199b7a0-0000-7000-8000-000000000002"];

  test.each([
    ["fine", 3 * second, mine],
    ["fine", day, mine],
    ["quick", 2 * second, mine],
    ["old", day + minute, mine],
    ["foreign", minute, other],
  ] as const)("is %s after %i ms", (is, age, commentId) => {
    const at = now();
    expect(formIs(formToken(mine, after(at, -age)), commentId, at)).toBe(is);
  });

  test.each(["", ".", "a.b", "a.b.c", "zzzzzzzz.AAAAAAAAAAAAAAAAAAAAAA"])("%j is nobody's", (token) => {
    expect(formIs(token, mine, now())).toBe("foreign");
  });

  test("that is too quick, old or foreign reports nothing", async () => {
    const { id } = await makeComment();
    for (const token of [formToken(id, now()), formToken(id, ago(2 * day)), formToken(other, ago(minute))])
      await expect(reportWithoutAccount(id, report(id, { formToken: token }), network)).rejects.toMatchObject({
        code: "invalid",
      });
    expect(await db.report.count()).toBe(0);
  });
});

describe("whoever reported without an account", () => {
  test.each([
    ["remove", "was removed"],
    ["dismiss_reports", "stays"],
  ] as const)("is told by mail what came of it: %s", async (action, words) => {
    const { id } = await makeComment();
    await reportWithoutAccount(id, report(id), network);
    const moderator = await makeModerator({ name: "Margit Secret" });
    const answer = action === "remove" ? ({ reason: "illegal", note: "Private words." } as const) : {};
    await decide(moderator, id, { action, revision: 1, ...answer });
    const before = (await mails()).length;
    const [told] = (await waiting()).filter(({ name }) => name === "tell_of_reports");
    expect(told?.runAt.getTime()).toBeGreaterThan(now().getTime() + 25 * second);
    await tellOfReports(told?.payload ?? { decisionId: "" });
    const mail = JSON.stringify((await mails()).slice(before));
    expect(mail).toContain(words);
    expect(mail).not.toMatch(/Margit|Private words|accuses/);
  });

  test("is not told of what was undone, and told of what is decided then", async () => {
    const { id } = await makeComment();
    await reportWithoutAccount(id, report(id), network);
    await work();
    const moderator = await makeModerator();
    const { decision } = await decide(moderator, id, { action: "remove", reason: "illegal", revision: 1 });
    await undoDecision(moderator, decision.id);
    await tellOfReports({ decisionId: decision.id });
    expect(await mails()).toEqual([]);
    const { decision: kept } = await decide(moderator, id, { action: "dismiss_reports", revision: 1 });
    await tellOfReports({ decisionId: kept.id });
    expect(await mails()).toHaveLength(1);
  });

  test("is forgotten six months after the answer", async () => {
    const [answered, open] = [await makeComment(), await makeComment()];
    for (const { id } of [answered, open]) await reportWithoutAccount(id, report(id), network);
    const longAgo = { ...(await makeModerator()), at: ago(185 * day) };
    await decide(longAgo, answered.id, { action: "dismiss_reports", revision: 1 });
    await sweeping.sweep?.({});
    expect(await db.report.findMany({ orderBy: { createdAt: "asc" } })).toMatchObject([
      { commentId: answered.id, address: null, name: "", category: "defamation" },
      { commentId: open.id, address: email, name: "Ann" },
    ]);
  });
});
