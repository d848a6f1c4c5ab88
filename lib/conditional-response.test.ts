import { expect, test } from "vitest";
import { conditionalResponse } from "@/lib/conditional-response";
import { AppError, notFound } from "@/lib/errors";

const asked = new Request("http://localhost:3000/feed");
const missing = () => Promise.reject(notFound());

test("what moved is told where it went, what is not found says so, and a failure is not a move", async () => {
  const moved = await conditionalResponse(asked, "text/plain", missing, async () => "/there");
  expect([moved.status, moved.headers.get("location")]).toEqual([308, "/there"]);
  expect((await conditionalResponse(asked, "text/plain", missing, async () => null)).status).toBe(404);
  expect((await conditionalResponse(asked, "text/plain", missing)).status).toBe(404);
  const failing = () => Promise.reject(new AppError("unavailable", "Not now."));
  expect((await conditionalResponse(asked, "text/plain", failing, async () => "/there")).status).toBe(503);
});

test("who knows it already is told only that", async () => {
  const first = await conditionalResponse(asked, "text/plain", async () => "words");
  const again = new Request(asked, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect((await conditionalResponse(again, "text/plain", async () => "words")).status).toBe(304);
  expect((await conditionalResponse(again, "text/plain", async () => "others")).status).toBe(200);
});
