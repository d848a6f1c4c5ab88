import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";

const signIn = (body: string, type: string) =>
  POST(
    new NextRequest("http://localhost:3000/api/auth/callback/credentials", {
      method: "POST",
      headers: { host: "localhost:3000", origin: "http://localhost:3000", "content-type": type },
      body,
    }),
    { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) },
  );

test("words that next-auth would stumble over are the sender's mistake", async () => {
  const status = async (body: string, type = "application/json") => (await signIn(body, type)).status;
  expect(await status("{")).toBe(400);
  expect(await status("{", "text/plain; application/json")).toBe(400);
  expect(await status("null")).toBe(422);
  expect(await status('{"csrfToken":{"a":1},"callbackUrl":[]}')).toBe(422);
});

test("nobody is sent back to a callback by GET", async () => {
  const request = new NextRequest("http://localhost:3000/api/auth/callback/credentials");
  const answer = await GET(request, { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) });
  expect(answer.status).toBe(404);
});
