import { beforeEach, describe, expect, it } from "vitest";
import { addressKey, type Limit, spend } from "@/lib/rate-limit";
import { emptyDatabase } from "@/prisma/testing";

const posts: Limit = { name: "posts", points: 3, seconds: 60, counted: "everywhere" };

beforeEach(emptyDatabase);

describe("a limit", () => {
  it("lets exactly its points through, however many ask at once", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => spend(posts, "somebody")));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  });

  it("says how long to wait", async () => {
    for (let post = 0; post < 3; post++) await spend(posts, "somebody");
    const refusal = await spend(posts, "somebody").catch((thrown: unknown) => thrown);
    expect(refusal).toMatchObject({ code: "rate_limited", extras: { retryAfter: expect.any(Number) } });
  });

  it("counts people apart", async () => {
    for (let post = 0; post < 3; post++) await spend(posts, "somebody");
    await expect(spend(posts, "somebody else")).resolves.toBeUndefined();
  });
});

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("the address %s counts as %s", (address, key) => {
  expect(addressKey(address)).toBe(key);
});
