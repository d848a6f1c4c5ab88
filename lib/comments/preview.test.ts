import { beforeEach, describe, expect, test } from "vitest";
import { type ApiRequest, cookiesIn } from "@/lib/api-request";
import { previewForm, previewOf } from "@/lib/comments/preview";
import { peopleIn } from "@/lib/comments/queries";
import { db } from "@/lib/db";
import { keptForm } from "@/lib/drafts";
import { limits } from "@/lib/rate-limit";
import { makeArticle, makeComment, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

beforeEach(emptyDatabase);

function asked(type: string): ApiRequest {
  const url = new URL("http://localhost:3000/api/v1/articles/a/comments/preview");
  return {
    method: "POST",
    url,
    headers: new Headers({ "content-type": type }),
    cookies: cookiesIn(undefined),
    body: null,
  };
}
const json = (address: string) => ({ address, request: asked("application/json") });
const form = (address: string) => ({ address, request: asked("application/x-www-form-urlencoded") });

describe("a preview", () => {
  test("is what posting would store, and stores nothing", async () => {
    await makeReader({ handle: "ada" });
    const { body } = await previewOf({ body: "**Well**, @ada <b>" }, json("192.0.2.1"));
    expect(body).toEqual({ html: '<p><strong>Well</strong>, <a href="/people/ada"><bdi>@ada</bdi></a> &lt;b&gt;</p>' });
    expect(await db.draft.count()).toBe(0);
    expect(await db.mention.count()).toBe(0);
  });

  test("of a plain form keeps its words for the browser that sent them", async () => {
    const { body, cookies } = await previewOf({ body: "Words.", parentId: "p" }, form("192.0.2.2"));
    const kept = await keptForm(body.draft, cookies?.[0]?.value);
    expect(kept).toMatchObject({ form: previewForm, fields: { body: "Words.", parentId: "p" } });
    expect(await keptForm(body.draft, "another browser")).toBeNull();
  });

  test("refuses what posting would refuse", async () => {
    const refused = expect.objectContaining({ code: "invalid" });
    await expect(previewOf({ body: "https://a.example ".repeat(21) }, json("192.0.2.3"))).rejects.toEqual(refused);
    await expect(previewOf({ body: `${"> ".repeat(9)}deep` }, json("192.0.2.3"))).rejects.toEqual(refused);
  });

  test("fills no disk, however often a stranger asks", async () => {
    for (let sent = 0; sent < limits.refusedForm.points; sent++) await previewOf({ body: "Words." }, form("192.0.2.4"));
    const over = previewOf({ body: "Words." }, form("192.0.2.4"));
    await expect(over).rejects.toEqual(expect.objectContaining({ code: "rate_limited" }));
    expect(await db.draft.count()).toBe(limits.refusedForm.points);
  });
});

describe("the people of a thread", () => {
  test("are its writers and the article's, by the beginning of a handle or of any name, who wrote last first", async () => {
    const author = await makeReader({ handle: "zoe", name: "Zoe Anders" });
    const article = await makeArticle({ authors: [author] });
    const [ann, bob, out] = [
      await makeReader({ handle: "ann", name: "Ann Bell" }),
      await makeReader({ handle: "bob", name: "Robert Anders" }),
      await makeReader({ handle: "anton", name: "Anton" }),
    ];
    await makeComment({ article, author: ann, createdAt: new Date("2026-01-01") });
    await makeComment({ article, author: bob, createdAt: new Date("2026-01-02") });
    await makeComment({ article, author: out, status: "pending" });
    const handles = async (beginning: string) => (await peopleIn(article.id, beginning)).map(({ handle }) => handle);
    expect(await handles("")).toEqual(["bob", "ann", "zoe"]);
    expect(await handles("An")).toEqual(["bob", "ann", "zoe"]);
    expect(await handles("bel")).toEqual(["ann"]);
    expect(await handles("ell")).toEqual([]);
    expect(await handles("%")).toEqual([]);
    await db.account.update({ where: { id: ann.id }, data: { status: "suspended" } });
    expect(await handles("ann")).toEqual([]);
  });
});
