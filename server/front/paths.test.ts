import { expect, test } from "vitest";
import { bodyLimit, keyOf, kindOf } from "@/server/front/paths";

test.each([
  ["/", "kept"],
  ["/articles/a-piece", "kept"],
  ["/comments/0192", "kept"],
  ["/authors/ann", "kept"],
  ["/people/ann", "kept"],
  ["/people/ann/mine", "visitor"],
  ["/avatars/ann.svg", "file"],
  ["/tags/%E7%B5%8C%E6%B8%88", "kept"],
  ["/sections/Economy", "kept"],
  ["/house-rules", "kept"],
  ["/articles/a-piece/reply", "visitor"],
  ["/comments/0192/mine", "visitor"],
  ["/comments/0192/history", "kept"],
  ["/search", "visitor"],
  ["/sign-in", "visitor"],
  ["/nothing", "visitor"],
  ["/admin", "desk"],
  ["/admin/articles/1", "desk"],
  ["/moderation", "desk"],
  ["/settings", "desk"],
  ["/settingsx", "visitor"],
  ["/api/v1/articles", "api"],
  ["/api", "api"],
  ["/api/v1/articles/a-piece/stream", "stream"],
  ["/api/v1/articles/stream", "api"],
  ["/feed.xml", "file"],
  ["/media/abc.webp", "file"],
  ["/_next/static/chunks/a.js", "built"],
  ["/elements/main-AAAAAAAA.js", "element"],
])("%s is %s", (path, kind) => {
  expect(kindOf(path)).toBe(kind);
});

test.each([
  "//admin",
  "/./admin",
  "/x/../admin",
  "/%61dmin",
  "/admin%2f",
  "/admin%5c",
  "/admin;x",
  "/admin\\",
  "/a%00b",
  "/articles/%zz",
  "/articles/%2e%2e",
  "/admin.rsc",
  "/articles/a.segments/_tree.segment.rsc",
  "/_next/data/abc/index.json",
  "/_next/image",
  "/_next/server/app.js",
  "/_not-found",
])("%s is spelt as nothing of ours", (path) => {
  expect(kindOf(path)).toBe("none");
});

test("a page is kept under one spelling of what it was asked with, and never sees the rest", () => {
  expect(keyOf("/articles/a", "utm_source=x&sort=best&cursor=abc&sort=new")).toBe("/articles/a?cursor=abc&sort=best");
  expect(keyOf("/articles/a", "utm_source=x")).toBe("/articles/a");
  expect(keyOf("/articles/a", `cursor=${"x".repeat(601)}`)).toBe("/articles/a");
});

test("a body may be as long as what the path takes", () => {
  expect(bodyLimit("/api/v1/articles/a/comments")).toBe(65_536);
  expect(bodyLimit("/api/v1/admin/articles/1")).toBe(1_048_576);
  expect(bodyLimit("/api/v1/admin/preview")).toBe(1_048_576);
  expect(bodyLimit("/api/v1/moderation/rules")).toBe(8 * 1_048_576);
  expect(bodyLimit("/api/v1/moderation/rules/playbacks")).toBe(8 * 1_048_576);
  expect(bodyLimit("/api/v1/moderation/rules/versions/1/restore")).toBe(65_536);
  expect(bodyLimit("/api/v1/admin/pictures")).toBeGreaterThan(15 * 1_048_576);
});
