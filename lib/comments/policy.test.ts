import { describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/actor";
import { after, minute } from "@/lib/clock";
import { canEdit, canPick, canPin, canRead, canVote, canWithdraw, isShown, takesVote } from "@/lib/comments/policy";
import type { AccountStatus, Role } from "@/prisma/generated/enums";

const createdAt = new Date("2026-03-14T09:00:00Z");
const soon = after(createdAt, 14 * minute);
const late = after(createdAt, 16 * minute);

const person = (id: string, role: Role, status: AccountStatus = "active"): Viewer => ({
  kind: "person",
  id,
  handle: id,
  name: id,
  role,
  status,
  bio: "",
  avatar: null,
  publishedCount: 1,
  createdAt,
});

const people: Record<string, Viewer | null> = {
  stranger: null,
  writer: person("writer", "reader"),
  "suspended writer": person("writer", "reader", "suspended"),
  reader: person("other", "reader"),
  "suspended reader": person("other", "reader", "suspended"),
  author: person("author", "author"),
  "author of the piece": person("theirs", "author"),
  "suspended author of the piece": person("theirs", "author", "suspended"),
  editor: person("editor", "editor"),
  moderator: person("moderator", "moderator"),
  admin: person("admin", "admin"),
};

const article = { authors: [{ accountId: "theirs" }] };

const verbs = {
  read: canRead,
  edit: (viewer: Viewer | null, comment: typeof written) => canEdit(viewer, comment, 15, soon),
  "edit late": (viewer: Viewer | null, comment: typeof written) => canEdit(viewer, comment, 15, late),
  withdraw: canWithdraw,
  vote: canVote,
  pick: (viewer: Viewer | null, comment: typeof written) => canPick(viewer, comment, article),
  pin: (viewer: Viewer | null, comment: typeof written) => canPin(viewer, { ...comment, depth: 0 }, article),
  "pin as a reply": (viewer: Viewer | null, comment: typeof written) =>
    canPin(viewer, { ...comment, depth: 1 }, article),
};

const written = {
  authorId: "writer",
  status: "published" as "published" | "pending" | "rejected" | "removed" | "deleted",
  createdAt,
};

/** Who may, by verb and status; everybody who is not named may not. */
const table: Record<keyof typeof verbs, Partial<Record<typeof written.status, string[]>>> = {
  read: {
    published: Object.keys(people),
    pending: ["writer", "suspended writer", "moderator", "admin"],
    rejected: ["writer", "suspended writer", "moderator", "admin"],
  },
  edit: { published: ["writer"], pending: ["writer"], rejected: ["writer"] },
  "edit late": {},
  withdraw: { published: ["writer"], pending: ["writer"], rejected: ["writer"] },
  vote: { published: ["reader", "author", "author of the piece", "editor", "moderator", "admin"] },
  pick: { published: ["author of the piece", "editor", "admin"] },
  pin: { published: ["author of the piece", "editor", "admin"] },
  "pin as a reply": {},
};

describe.each(Object.keys(verbs) as (keyof typeof verbs)[])("who may %s", (verb) => {
  test.each(["published", "pending", "rejected", "removed", "deleted"] as const)("a %s comment", (status) => {
    const may = Object.keys(people).filter((who) => verbs[verb](people[who] ?? null, { ...written, status }));
    expect(may).toEqual(table[verb][status] ?? []);
  });
});

test("a tombstone is shown only while replies hang under it, whatever took the words away", () => {
  for (const status of ["removed", "deleted", "pending", "rejected"] as const)
    expect([isShown({ status, replyCount: 0 }), isShown({ status, replyCount: 1 })], status).toEqual([false, true]);
});

test("nobody picks their own words; an author may have them stand first", () => {
  const own = { ...written, authorId: "theirs" };
  expect(canPick(people["author of the piece"] ?? null, own, article)).toBe(false);
  expect(canPin(people["author of the piece"] ?? null, { ...own, depth: 0 }, article)).toBe(true);
});

test("where readers vote up only, a vote down is none; taking one back is", () => {
  for (const [value, takes] of [
    [1, true],
    [0, true],
    [-1, false],
  ] as const) {
    expect(takesVote("up_only", value)).toBe(takes);
    expect(takesVote("up_and_down", value)).toBe(true);
  }
});
