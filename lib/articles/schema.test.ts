import { expect, test } from "vitest";
import { articlesQuery } from "@/lib/articles/schema";

test("a list is not asked for by a name that Postgres cannot hold", () => {
  for (const query of [{ tag: "a\0b" }, { author: "\0" }]) expect(articlesQuery.safeParse(query).success).toBe(false);
  expect(articlesQuery.parse({ tag: "économie", author: "wren" })).toMatchObject({ tag: "économie", author: "wren" });
});
