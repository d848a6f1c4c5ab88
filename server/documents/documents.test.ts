import { beforeEach, describe, expect, test } from "vitest";
import { Documents } from "@/server/documents/documents";
import type { Fresh, Kept } from "@/server/documents/kept-page";

const never = Number.POSITIVE_INFINITY;
const fresh = (tags: string[], html = "<p>page</p>", until = never) => ({
  html: Buffer.from(html),
  tags: new Set(tags),
  until,
});
let time = 0;
let documents: Documents;

function add(key: string, page: Fresh, since: number, began?: number): Kept {
  const made = documents.made(key, page);
  documents.keep(made, since, began);
  return made;
}

beforeEach(() => {
  time = 1_000;
  documents = new Documents({ capacity: 10_000, headers: ["X-Test", "yes"], now: () => time });
});

describe("a kept page", () => {
  test("is served until something that it shows has changed", () => {
    add("/a", fresh(["article:1", "site"]), documents.changes);
    documents.drop("article:2");
    expect(documents.get("/a")).toBeDefined();
    documents.drop("article:1");
    expect(documents.get("/a")).toBeUndefined();
  });

  test("goes with all others when anything may have changed", () => {
    add("/a", fresh(["site"]), documents.changes);
    documents.dropAll();
    expect(documents.get("/a")).toBeUndefined();
    expect(documents.size).toBe(0);
  });

  test("is not served past the moment at which it changes by itself", () => {
    add("/a", fresh(["site"], "x", 2_000), documents.changes);
    expect(documents.get("/a")).toBeDefined();
    time = 2_000;
    expect(documents.get("/a")).toBeUndefined();
  });

  test("carries a strong tag of its bytes, and its own length", () => {
    const { forms } = add("/a", fresh(["site"]), documents.changes);
    expect(forms.identity.etag).toMatch(/^"[\w-]{20}"$/);
    expect(forms.identity.headers).toContain("X-Test");
    expect(forms.identity.headers.slice(2, 4)).toEqual(["Content-Length", "11"]);
  });

  test("is compressed when first asked for, once, each form with a tag of its own", async () => {
    const page = add("/a", fresh(["site"], "words ".repeat(200)), documents.changes);
    expect(page.forms.br).toBeUndefined();
    const [one, other] = await Promise.all([documents.encoded(page, "br"), documents.encoded(page, "br")]);
    expect(one).toBe(other);
    expect(one.etag).toMatch(/-br"$/);
    expect(page.forms.br?.bytes.length).toBeLessThan(page.forms.identity.bytes.length);
  });
});

describe("a page of which more came", () => {
  test("is served for a second from the first that it lacks, and no longer", () => {
    add("/a", fresh(["article:1"]), documents.changes);
    documents.outdate("article:1");
    time += 600;
    documents.outdate("article:1");
    expect(documents.get("/a")?.outdated).toBe(1_000);
    time += 400;
    expect(documents.get("/a")).toBeUndefined();
  });

  test("goes at once with what may not lag", () => {
    add("/a", fresh(["article:1"]), documents.changes);
    documents.outdate("article:1");
    documents.drop("article:1");
    expect(documents.get("/a")).toBeUndefined();
  });

  test("while it was rendered is kept for a second from when that began", () => {
    const since = documents.changes;
    time += 100;
    documents.outdate("article:1");
    add("/a", fresh(["article:1"]), since, 1_000);
    expect(documents.get("/a")?.outdated).toBe(1_000);
    time = 2_000;
    expect(documents.get("/a")).toBeUndefined();
  });

  test("is replaced by one that lacks nothing", () => {
    add("/a", fresh(["article:1"]), documents.changes);
    documents.outdate("article:1");
    add("/a", fresh(["article:1"]), documents.changes);
    time += 5_000;
    expect(documents.get("/a")?.outdated).toBeUndefined();
  });
});

describe("a page that was being rendered", () => {
  test("is not kept when one of its tags was dropped meanwhile", () => {
    const since = documents.changes;
    documents.drop("article:1");
    const page = add("/a", fresh(["article:1"]), since);
    expect(page.forms.identity.bytes.toString()).toBe("<p>page</p>");
    expect(documents.get("/a")).toBeUndefined();
  });

  test("is kept when something else was dropped meanwhile", () => {
    const since = documents.changes;
    documents.drop("article:2");
    add("/a", fresh(["article:1"]), since);
    expect(documents.get("/a")).toBeDefined();
  });

  test("is not kept when everything was dropped meanwhile", () => {
    const since = documents.changes;
    documents.dropAll();
    add("/a", fresh(["article:1"]), since);
    expect(documents.get("/a")).toBeUndefined();
  });

  test("is not kept when so much was dropped meanwhile that nobody remembers what", () => {
    const since = documents.changes;
    documents.drop("article:1");
    for (let i = 0; i < 10_001; i++) documents.drop(`article:other-${i}`);
    add("/a", fresh(["article:1"]), since);
    expect(documents.get("/a")).toBeUndefined();
  });
});

test("all pages together stay within their bytes, and those that are read stay longest", () => {
  for (const key of ["/a", "/b", "/c"]) add(key, fresh(["site"], key + "x".repeat(2_000)), documents.changes);
  for (let i = 0; i < 20; i++) {
    documents.get("/b");
    add(`/new-${i}`, fresh(["site"], `${i}${"x".repeat(2_000)}`), documents.changes);
  }
  expect(documents.size).toBeLessThanOrEqual(10_000);
  expect(documents.count).toBeLessThanOrEqual(3);
});
