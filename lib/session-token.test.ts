import { decode, encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { openToken } from "@/lib/session-token";

const secret = "a secret of this test, thirty-two characters";

test("a token that next-auth made is opened as next-auth opens it", async () => {
  const token = await encode({ token: { sub: "somebody", sid: "a session" }, secret, maxAge: 60 });
  const claims = await openToken(token, secret);
  expect(claims).toMatchObject({ sub: "somebody", sid: "a session" });
  expect(claims).toEqual(await decode({ token, secret }));
});

test.each([
  ["made with another secret", () => encode({ token: { sid: "a session" }, secret: `another ${secret}` })],
  ["that has expired", () => encode({ token: { sid: "a session" }, secret, maxAge: -60 })],
  ["that is none", async () => "eyJ.not.a.token.x"],
])("a token %s opens nothing", async (_what, make) => {
  expect(await openToken(await make(), secret)).toBeNull();
});
