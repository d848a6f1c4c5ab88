import { describe, expect, test } from "vitest";
import { mayDecide, mayReport, needsReason, openActions, outcomeOf } from "@/lib/moderation/policy";
import { makeAdmin, makeAuthor, makeEditor, makeModerator, makeReader, makeSilenced } from "@/prisma/factories";
import { CommentStatus, DecisionAction } from "@/prisma/generated/enums";

const table: Partial<Record<`${DecisionAction} ${CommentStatus}`, CommentStatus>> = {
  "approve pending": "published",
  "approve rejected": "published",
  "reject pending": "rejected",
  "remove published": "removed",
  "restore removed": "published",
  "dismiss_reports published": "published",
};

describe("what can be decided", () => {
  for (const action of Object.values(DecisionAction)) {
    for (const status of Object.values(CommentStatus)) {
      const to = table[`${action} ${status}`] ?? null;
      test(`${action} of a ${status} comment ${to ? `makes it ${to}` : "is refused"}`, () => {
        expect(outcomeOf(action, { status, openReports: 1 })).toBe(to);
      });
    }
  }

  test("reports are dismissed only where some are open", () => {
    expect(outcomeOf("dismiss_reports", { status: "published", openReports: 0 })).toBeNull();
    expect(openActions({ status: "published", openReports: 0 })).toEqual(["remove"]);
    expect(openActions({ status: "published", openReports: 2 })).toEqual(["dismiss_reports", "remove"]);
  });

  test("what is taken from a writer needs a reason", () => {
    expect(Object.values(DecisionAction).filter(needsReason)).toEqual(["reject", "remove"]);
  });
});

describe("who may", () => {
  const foreign = { authorId: "somebody-else" };

  test("moderators and admins decide, others do not", async () => {
    expect(mayDecide(await makeModerator(), foreign)).toBe(true);
    expect(mayDecide(await makeAdmin(), foreign)).toBe(true);
    for (const viewer of [await makeReader(), await makeAuthor(), await makeEditor(), null]) {
      expect(mayDecide(viewer, foreign)).toBe(false);
    }
  });

  test("nobody decides on their own comment, nor reports it", async () => {
    for (const viewer of [await makeModerator(), await makeAdmin()]) {
      expect(mayDecide(viewer, { authorId: viewer.id })).toBe(false);
      expect(mayReport(viewer, { authorId: viewer.id })).toBe(false);
    }
  });

  test("whoever may write may report, a suspended or banned account may not", async () => {
    expect(mayReport(await makeReader(), foreign)).toBe(true);
    for (const viewer of [await makeSilenced("suspended"), await makeSilenced("banned"), null]) {
      expect(mayReport(viewer, foreign)).toBe(false);
    }
  });
});
