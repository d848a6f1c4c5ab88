import { beforeEach, describe, expect, it } from "vitest";
import { roles } from "@/lib/accounts/limits";
import { canGrant, canSeeAddress, canSuspend } from "@/lib/accounts/policy";
import { isModerator, type Viewer } from "@/lib/actor";
import { changeAccount } from "@/lib/moderation/people/account-change";
import { viewerOf } from "@/lib/session";
import { makeAccount, makeAdmin } from "@/prisma/factories";
import type { AccountStatus, Role } from "@/prisma/generated/enums";
import { emptyDatabase } from "@/prisma/testing";

function somebody(role: Role, { id = `a-${role}`, status = "active" as AccountStatus } = {}): Viewer {
  const plain = { handle: id, name: id, bio: "", avatar: null, publishedCount: 0, createdAt: new Date(0) };
  return { kind: "person", id, role, status, ...plain };
}

const another = (role: Role) => somebody(role, { id: "another" });

/** Who may, row by row: of whom (columns reader author editor moderator admin). */
const suspends: Record<Role, string> = {
  reader: "-----",
  author: "-----",
  editor: "-----",
  moderator: "ra---",
  admin: "raema",
};

describe("who suspends and bans whom", () => {
  it.each(roles)("as %s", (role) => {
    const may = roles.map((other) => (canSuspend(somebody(role), another(other)) ? other[0] : "-")).join("");
    expect(may).toBe(suspends[role]);
  });

  it("nobody themselves, and nobody who is suspended", () => {
    for (const role of roles) {
      expect(canSuspend(somebody(role), somebody(role))).toBe(false);
      expect(canSuspend(somebody(role, { status: "suspended" }), another("reader"))).toBe(false);
    }
    expect(canSuspend(null, another("reader"))).toBe(false);
  });
});

describe("who gives roles", () => {
  it.each(roles)("as %s, to others", (role) => {
    for (const from of roles)
      for (const to of roles) expect(canGrant(somebody(role), another(from), to)).toBe(role === "admin");
  });

  it.each(roles)("as %s, never a higher one to themselves", (role) => {
    const me = somebody(role);
    for (const to of roles) expect(canGrant(me, me, to)).toBe(role === "admin" && to !== "admin");
  });
});

it.each(roles)("as %s: who sees the addresses of others", (role) => {
  expect(canSeeAddress(somebody(role))).toBe(role === "admin");
});

describe("the mutation asks the same", () => {
  beforeEach(emptyDatabase);

  it.each(["moderator", "admin"] as const)("as %s", async (role) => {
    await makeAdmin();
    const me = await viewerOf((await makeAccount({ role })).id);
    if (!isModerator(me)) throw new Error("not a moderator");
    for (const other of roles) {
      const { id } = await makeAccount({ role: other });
      const refused = expect.objectContaining({ code: "forbidden" });
      const banned = await changeAccount(me, id, { status: "banned" }).catch((error) => error);
      expect(banned).toEqual(canSuspend(me, another(other)) ? expect.objectContaining({ status: "banned" }) : refused);
      const raised = await changeAccount(me, id, { role: "editor" }).catch((error) => error);
      expect(raised).toEqual(role === "admin" ? expect.objectContaining({ role: "editor" }) : refused);
    }
  });
});
