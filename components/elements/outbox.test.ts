import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Said } from "@/components/elements/api";
import { keepWords, keptWords } from "@/components/elements/kept-words";
import { namingAt } from "@/components/elements/mention-suggestions";
import { attempt, deliver, outcomeOf } from "@/components/elements/outbox";
import { entries, keepEntry, type OutboxEntry, takeBack } from "@/components/elements/outbox-entries";

/** As much of a browser as words need to be kept. */
function storage(): Storage {
  const items = new Map<string, string>();
  const store = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
    key: () => null,
    get length() {
      return items.size;
    },
  };
  return new Proxy(store, {
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

beforeEach(() => {
  vi.stubGlobal("localStorage", storage());
  vi.stubGlobal("sessionStorage", storage());
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("history", { state: null, replaceState() {} });
});

const entry: OutboxEntry = {
  key: "k1",
  path: "/api/v1/articles/a/comments",
  parentId: null,
  body: "Words.",
  by: "ann",
  at: Date.now(),
};
const said = (status: number, more: Partial<Said> = {}): Said => ({
  status,
  body: {},
  location: null,
  retryAfter: null,
  ...more,
});
const answering = (status: number, body: object = {}) =>
  vi.stubGlobal("fetch", async () => Response.json(body, { status }));

describe("an outbox entry", () => {
  test.each([
    [null, "unsent"],
    [said(503), "unsent"],
    [said(500), "unsent"],
    [said(429, { retryAfter: 5 }), "unsent"],
    [said(409, { retryAfter: 1 }), "unsent"],
    [said(409, { location: "/comments/1" }), "before"],
    [said(409), "refused"],
    [said(422), "refused"],
    [said(413), "refused"],
    [said(401), "stranger"],
    [said(201), "posted"],
  ])("that was answered with %o is %s", (answer, kind) => expect(outcomeOf(answer).kind).toBe(kind));

  test("is kept until it is known to have arrived, with the key that it always had", async () => {
    vi.stubGlobal("fetch", async () => {
      expect(entries()).toEqual([entry]);
      throw new TypeError("The line is cut.");
    });
    expect((await deliver(entry)).kind).toBe("unsent");
    expect(entries()).toEqual([entry]);
    answering(201, { id: "1" });
    expect((await deliver(entry)).kind).toBe("posted");
    expect(entries()).toEqual([]);
  });

  test("whose answer was cut in its middle is not known to have arrived", async () => {
    vi.stubGlobal("fetch", async () => new Response('{"id": "1', { status: 201 }));
    expect((await deliver(entry)).kind).toBe("unsent");
    expect(entries()).toEqual([entry]);
  });

  test("that arrived takes the same words with it, wherever they were kept for that place", async () => {
    keepWords("/api/v1/articles/a/comments ", "Words.");
    keepWords("/api/v1/articles/b/comments ", "Words.");
    answering(201, { id: "1" });
    await deliver(entry);
    expect((await keptWords("/api/v1/articles/a/comments ")).own).toBeUndefined();
    expect((await keptWords("/api/v1/articles/b/comments ")).own?.words).toBe("Words.");
  });

  test("that is damaged, or is none, is passed over", () => {
    localStorage.setItem("rejoinder:outbox k2", "{");
    localStorage.setItem("rejoinder:outbox k3", JSON.stringify({ ...entry, body: 7 }));
    localStorage.setItem("rejoinder:outbox k4", "null");
    expect(entries()).toEqual([]);
  });

  test("of another handle waits for it, and goes back to its form when it is too old to be sent", async () => {
    keepEntry(entry);
    expect(await attempt(entry, "bob")).toBeNull();
    expect(entries()).toEqual([entry]);
    const old = { ...entry, at: Date.now() - 13 * 3_600_000 };
    keepEntry(old);
    expect((await attempt(old, "bob"))?.kind).toBe("stranger");
    expect(entries()).toEqual([]);
    expect((await keptWords("/api/v1/articles/a/comments ")).others.map(({ words }) => words)).toEqual(["Words."]);
  });

  test("that is taken back leaves its words beside those that are being written", async () => {
    answering(503);
    await deliver(entry);
    keepWords("/api/v1/articles/a/comments ", "Newer words.");
    takeBack(entry);
    expect(entries()).toEqual([]);
    const { own, others } = await keptWords("/api/v1/articles/a/comments ");
    expect(own?.words).toBe("Newer words.");
    expect(others.map(({ words, key }) => [words, key])).toEqual([["Words.", "k1"]]);
  });
});

describe("a name is being typed", () => {
  test.each([
    ["Hello @an", "an"],
    ["@", ""],
    ["(@Anna_b-3", "Anna_b-3"],
    ["me@example", null],
    ["@anna ", null],
    ["no sign", null],
    [`@${"a".repeat(31)}`, null],
  ])("in %j: %j", (before, typed) => expect(namingAt(before)).toBe(typed));
});
