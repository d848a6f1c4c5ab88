import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { created, ok } from "@/lib/answer";
import { db } from "@/lib/db";
import { keptForm } from "@/lib/drafts";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { type Handler, route, withFormTwin } from "@/lib/route";
import { draftCookieName, openSession } from "@/lib/session";
import { line } from "@/lib/text";
import { emptyDatabase } from "@/prisma/testing";

const jar = new Map<string, string>();

const origin = "http://localhost:3000";
const words = z.strictObject({ words: line({ max: 20, min: 1 }), password: z.string().max(50).optional() });

const echo = route({
  summary: "Say it again",
  gate: "anybody",
  body: words,
  answers: { 201: words },
  run: async ({ body }) => created({ words: body.words }, "/said"),
  form: { done: ({ fields }) => `/said?${fields.words}`, refused: () => "/say#form" },
});

const [patch, twin] = withFormTwin(
  "PATCH",
  {
    summary: "Say it otherwise",
    gate: "anybody",
    body: words,
    answers: { 200: words },
    run: async ({ body }) => ok(body),
  },
  { done: ({ fields }) => `/said?${fields.words}`, refused: () => "/say#form" },
);

const guarded = route({
  summary: "Count what was posted",
  gate: "member",
  body: z.strictObject({ section: z.string().max(50) }),
  answers: { 201: z.object({ slug: z.string() }) },
  async run({ body }) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const tag = await db.tag.create({ data: { id: newId(), slug: newId(), name: body.section } });
    return created({ slug: tag.slug }, `/tags/${tag.slug}`);
  },
});

function send(
  handler: Handler,
  body: BodyInit | null,
  headers: Record<string, string> = {},
  method = "POST",
): Promise<Response> {
  const request = new NextRequest(`${origin}/api/v1/try`, {
    method,
    body,
    headers: {
      ...{ host: "localhost:3000", origin, "content-type": "application/json", "x-request-id": "r1" },
      cookie: [...jar].map((pair) => pair.join("=")).join("; "),
      ...headers,
    },
  });
  return handler(request, { params: Promise.resolve({}) });
}

const form = { "content-type": "application/x-www-form-urlencoded" };

async function signIn(status: "active" | "suspended" | "banned" = "active") {
  const id = newId();
  await db.account.create({
    data: { id, email: `${id}@example.org`, handle: id.slice(-12), name: "Reader", passwordHash: "-", status },
  });
  for (const { name, value } of await openSession(id)) jar.set(name, value);
  return id;
}

beforeEach(async () => {
  jar.clear();
  await emptyDatabase();
});

describe("the ladder", () => {
  it.each([
    ["no origin", { origin: "" }],
    ["a foreign origin", { origin: "https://evil.test" }],
    ["a look-alike origin", { origin: `${origin}.evil.test` }],
    ["Origin: null", { origin: "null" }],
    ["another site's page", { "sec-fetch-site": "cross-site" }],
  ])("refuses a write with %s", async (_what, headers) => {
    expect((await send(echo, JSON.stringify({ words: "a" }), headers)).status).toBe(403);
  });

  it.each([
    ["broken JSON", "{", {}, 400],
    ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0x22]), {}, 400],
    ["no body", "", {}, 422],
    ["a wrong type", JSON.stringify({ words: 7 }), {}, 422],
    ["an unknown field", JSON.stringify({ words: "a", role: "admin" }), {}, 422],
    ["a field that reaches the prototype", '{"words":"a","__proto__":{"role":"admin"}}', {}, 422],
    ["a NUL character", JSON.stringify({ words: "a\0" }), {}, 422],
    ["a lone surrogate", '{"words":"\\ud800"}', {}, 422],
    ["too many words", JSON.stringify({ words: "a".repeat(21) }), {}, 422],
    ["a type that is not JSON", "words", { "content-type": "text/plain" }, 415],
    ["a compressed body", "{}", { "content-encoding": "gzip" }, 415],
    ["more than 64 KB", "x".repeat(65 * 1024), {}, 413],
  ])("answers %s with a problem and what to do", async (_what, body, headers, status) => {
    const response = await send(echo, body, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ status, requestId: "r1", detail: expect.any(String) });
  });

  it("answers a thrown error with its code, anything else with a generic sentence", async () => {
    const failing = (thrown: unknown) =>
      route({ summary: "Fail", gate: "public", answers: {}, run: () => Promise.reject(thrown) });
    expect((await send(failing(new AppError("conflict", "Taken.")), "{}")).status).toBe(409);
    const response = await send(failing(new Error("SELECT secret FROM /etc/passwd")), "{}");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/SELECT|passwd|at /);
  });

  it.each([
    ["nobody", null, 401],
    ["a member", "active", 201],
    ["a suspended account", "suspended", 403],
    ["a banned account", "banned", 401],
  ] as const)("a member's route, asked by %s", async (_who, status, expected) => {
    if (status) await signIn(status);
    expect((await send(guarded, JSON.stringify({ section: "Books" }))).status).toBe(expected);
  });
});

describe("a plain form", () => {
  it("is answered with a redirect", async () => {
    const response = await send(echo, "words=hello", form);
    expect([response.status, response.headers.get("location")]).toEqual([303, "/said?hello"]);
  });

  it.each(["bad%FFbyte", "%ED%A0%80"])("of bytes that are no text is refused, not mended: %s", async (words) => {
    expect((await send(echo, `words=${words}`, form)).status).toBe(400);
    expect((await send(echo, "words=100%+sure", form)).headers.get("location")).toBe("/said?100% sure");
  });

  it("that is refused finds its words again, without the password, in the browser that typed them", async () => {
    const long = "so many words that they do not fit";
    const response = await send(
      echo,
      new URLSearchParams({ words: long, password: "a secret of mine" }).toString(),
      form,
    );
    const location = new URL(response.headers.get("location") ?? "", origin);
    expect([response.status, location.pathname, location.hash]).toEqual([303, "/say", "#form"]);
    const token = response.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith(draftCookieName()))
      ?.split(/[=;]/)[1];
    const id = location.searchParams.get("draft") ?? "";
    expect(await keptForm(id, token)).toMatchObject({
      fields: { words: long },
      problem: { code: "invalid", errors: [{ path: "words" }] },
    });
    expect((await keptForm(id, token))?.fields.password).toBeUndefined();
    expect(await keptForm(id, "somebody else")).toBeNull();
  });
});

describe("an Idempotency-Key", () => {
  const key = { "idempotency-key": "k-1" };

  it("makes fifty taps one write", async () => {
    await signIn();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => send(guarded, JSON.stringify({ section: "Books" }), key)),
    );
    const statuses = new Set(answers.map((answer) => answer.status));
    expect([...statuses].every((status) => status === 201 || status === 409)).toBe(true);
    expect(await db.tag.count()).toBe(1);
  });

  it("gives the stored answer again, and says so", async () => {
    await signIn();
    const first = await send(guarded, JSON.stringify({ section: "Books" }), key);
    const again = await send(guarded, JSON.stringify({ section: "Books" }), key);
    expect(await again.json()).toEqual(await first.json());
    expect([again.status, again.headers.get("idempotency-replayed"), again.headers.get("location")]).toEqual([
      201,
      "true",
      first.headers.get("location"),
    ]);
  });

  it("spares a retry the limit", async () => {
    await signIn();
    const once = { name: "once", points: 1, seconds: 60, counted: "everywhere" } as const;
    const limited = route({
      summary: "Once",
      gate: "member",
      limit: once,
      answers: {},
      run: async () => ok({ done: true }),
    });
    for (let attempt = 0; attempt < 3; attempt++) expect((await send(limited, "", key)).status).toBe(200);
    expect((await send(limited, "")).status).toBe(429);
  });

  it("with another body is refused", async () => {
    await signIn();
    await send(guarded, JSON.stringify({ section: "Books" }), key);
    expect((await send(guarded, JSON.stringify({ section: "Cities" }), key)).status).toBe(422);
    expect(await db.tag.count()).toBe(1);
  });

  it.each(["", "a b", "caf\u00e9", "x".repeat(129)])("that is malformed is refused: %j", async (value) => {
    await signIn();
    const response = await send(guarded, JSON.stringify({ section: "Books" }), { "idempotency-key": value });
    expect(response.status).toBe(422);
  });
});

it("a member's mistakes do not use up the limit", async () => {
  await signIn();
  const one = { name: "one", points: 1, seconds: 60, counted: "everywhere" } as const;
  const limited = route({
    summary: "One",
    gate: "member",
    limit: one,
    body: words,
    answers: {},
    run: async () => ok({}),
  });
  for (let mistake = 0; mistake < 5; mistake++) expect((await send(limited, "{}")).status).toBe(422);
  expect((await send(limited, JSON.stringify({ words: "a" }))).status).toBe(200);
  expect((await send(limited, JSON.stringify({ words: "a" }))).status).toBe(429);
});

it("a public read asks for no session", async () => {
  const read = route({ summary: "Read", gate: "public", answers: {}, run: async ({ viewer }) => ok({ viewer }) });
  expect(await (await send(read, null, {}, "GET")).json()).toEqual({ viewer: null });
});

describe("a twin for plain forms", () => {
  it("does by POST what the other method does, and answers a form with a redirect", async () => {
    const json = JSON.stringify({ words: "a" });
    expect((await send(patch, json, {}, "PATCH")).status).toBe(200);
    expect((await send(twin, json)).status).toBe(200);
    expect((await send(twin, "words=b", form)).headers.get("location")).toBe("/said?b");
    expect([patch.contract, twin.contract]).toMatchObject([
      { form: false, summary: "Say it otherwise" },
      { form: true, summary: "The form twin of PATCH" },
    ]);
  });
});
