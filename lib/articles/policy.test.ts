import { describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/actor";
import { canEdit, canNameAuthors, commentsOpen } from "@/lib/articles/policy";
import { now } from "@/lib/clock";
import type { AccountStatus, Role } from "@/prisma/generated/enums";

const viewer = (role: Role, status: AccountStatus = "active", id = "me"): Viewer => ({
  ...{ kind: "person", id, handle: id, name: id, role, status, bio: "", avatar: null, publishedCount: 0 },
  createdAt: now(),
});

const own = { authors: [{ accountId: "first" }, { accountId: "me" }] };
const another = { authors: [{ accountId: "first" }] };

describe("who may change an article", () => {
  const table: [Role, "own" | "another", boolean][] = [
    ["reader", "own", false],
    ["reader", "another", false],
    ["author", "own", true],
    ["author", "another", false],
    ["editor", "own", true],
    ["editor", "another", true],
    ["moderator", "own", false],
    ["moderator", "another", false],
    ["admin", "own", true],
    ["admin", "another", true],
  ];
  for (const [role, whose, may] of table) {
    test(`${role}, ${whose}: ${may ? "yes" : "no"}`, () => {
      expect(canEdit(viewer(role), whose === "own" ? own : another)).toBe(may);
    });
  }

  test("nobody who is suspended or banned", () => {
    for (const status of ["suspended", "banned"] as const)
      for (const role of ["author", "editor", "admin"] as const) expect(canEdit(viewer(role, status), own)).toBe(false);
  });

  test("authors are named by editors and admins", () => {
    const may = (["reader", "author", "editor", "moderator", "admin"] as const).filter((role) =>
      canNameAuthors(viewer(role)),
    );
    expect(may).toEqual(["editor", "admin"]);
  });
});

test("only what is published may be answered, and only where its thread is not closed", () => {
  for (const status of ["draft", "scheduled", "archived"] as const)
    expect(commentsOpen({ status, commentPolicy: "open" })).toBe(false);
  expect(commentsOpen({ status: "published", commentPolicy: "all_held" })).toBe(true);
  expect(commentsOpen({ status: "published", commentPolicy: "closed" })).toBe(false);
});
