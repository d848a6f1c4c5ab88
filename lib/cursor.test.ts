import { describe, expect, it } from "vitest";
import { z } from "zod";
import { decodeCursor, encodeCursor, page } from "@/lib/cursor";

const keys = z.tuple([z.string(), z.int()]);

describe("a keyset cursor", () => {
  it("leads back to the sort values it was made from", () => {
    expect(decodeCursor("queue", encodeCursor("queue", ["2026-03-14", 7]), keys)).toEqual(["2026-03-14", 7]);
  });

  it.each([
    ["another list", encodeCursor("log", ["a", 1])],
    ["another shape", encodeCursor("queue", [1, "a"])],
    ["damage", `${encodeCursor("queue", ["a", 1]).slice(0, -1)}!`],
    ["an addition", `${encodeCursor("queue", ["a", 1])}.x`],
    ["a made-up seal", `${Buffer.from('["a",1]').toString("base64url")}.AAAAAAAAAAAAAAAA`],
    ["nonsense", "'; DROP TABLE comments; --"],
  ])("of %s is unreadable, never a wrong page", (_what, cursor) => {
    expect(() => decodeCursor("queue", cursor, keys)).toThrow(expect.objectContaining({ code: "unreadable" }));
  });

  it("ends where the list ends", () => {
    expect(page("queue", [1, 2], 2, (row) => [row]).nextCursor).toBeNull();
    expect(page("queue", [1, 2, 3], 2, (row) => [row])).toEqual({
      items: [1, 2],
      nextCursor: encodeCursor("queue", [2]),
    });
  });
});
