import { expect, it } from "vitest";
import { safePath } from "@/lib/origin";

it.each(["/", "/articles/a?sort=new#comment-1", "/admin/people?q=a%20b", "/articles/%E4%B8%AD"])(
  "goes on to %s",
  (path) => {
    expect(safePath(path, "/fallback")).toBe(path);
  },
);

it.each([
  ...[
    "//evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "https:evil.test",
    "https://evil.test",
    "http://localhost:3000@evil.test",
  ],
  ...[
    "/%09/evil.test\t",
    "/\t/evil.test",
    "/\n/evil.test",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.test",
    "",
    "/.//evil.test",
    "/..//evil.test",
  ],
])("never leaves the site for %j", (wanted) => {
  expect(safePath(wanted, "/fallback")).toBe("/fallback");
});
