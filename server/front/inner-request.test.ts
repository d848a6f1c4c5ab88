import { expect, test } from "vitest";
import { clientAddress } from "@/server/front/address";
import { hostsOf } from "@/server/front/hosts";
import { innerRequest, scrubbed } from "@/server/front/inner-request";

test("what only the front may say never comes from outside", () => {
  const ours = [
    "content-security-policy",
    "content-security-policy-report-only",
    "x-nonce",
    "x-middleware-subrequest",
    "x-middleware-rewrite",
    "x-forwarded-host",
    "x-forwarded-for",
    "forwarded",
    "x-rejoinder-address",
    "x-request-id",
    "next-action",
    "x-http-method-override",
    "x-original-url",
    "x-matched-path",
    "x-nextjs-data",
  ];
  const sent = Object.fromEntries(ours.map((name) => [name, "forged"]));
  expect(scrubbed({ ...sent, cookie: "a=b", accept: "*/*", "if-none-match": '"x"' })).toEqual({
    cookie: "a=b",
    accept: "*/*",
    "if-none-match": '"x"',
  });
});

test("Next reads the whole body, and its true length", async () => {
  const request = innerRequest({
    method: "POST",
    url: "/api",
    headers: { "content-length": "99999" },
    body: Buffer.from("words"),
  });
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe("words");
  expect(request.headers["content-length"]).toBe("5");
});

test.each([
  [0, "9.9.9.9", "127.0.0.5"],
  [1, "1.1.1.1, 9.9.9.9", "9.9.9.9"],
  [2, "1.1.1.1, 8.8.8.8, 9.9.9.9", "8.8.8.8"],
  [3, "8.8.8.8", "8.8.8.8"],
  [1, "::ffff:9.9.9.9", "9.9.9.9"],
  [1, "nonsense", "127.0.0.5"],
  [1, undefined, "127.0.0.5"],
])("behind %i proxies, X-Forwarded-For %s means %s", (hops, forwarded, address) => {
  expect(clientAddress("::ffff:127.0.0.5", forwarded, hops)).toBe(address);
});

test("without SITE_URL only this machine's names, with our port, are ours", () => {
  const { isOurs } = hostsOf(undefined, () => 3000);
  expect(["localhost:3000", "127.0.0.1:3000", "127.9.8.7:3000", "[::1]:3000", "LOCALHOST:3000"].every(isOurs)).toBe(
    true,
  );
  const foreign = [
    "localhost",
    "localhost:3001",
    "evil.test",
    "evil.test:3000",
    "localhost.evil.test:3000",
    "",
    undefined,
  ];
  expect(foreign.some(isOurs)).toBe(false);
});

test("with SITE_URL its host alone is ours", () => {
  const { isOurs, secure } = hostsOf("https://paper.example", () => 3000);
  expect([isOurs("paper.example"), isOurs("paper.example:443"), isOurs("localhost:3000")]).toEqual([true, true, false]);
  expect(secure).toBe(true);
});
