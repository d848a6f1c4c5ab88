import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { addressKey, type Limit, limits, spend } from "@/lib/rate-limit";
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

it("docs/operating.md tells every limit, with its numbers and where it is counted", () => {
  const text = readFileSync(join(import.meta.dirname, "../docs/operating.md"), "utf8");
  const section = text.split("\n## Limits\n")[1]?.split("\n## ")[0] ?? "";
  expect(section.split("\n").flatMap(limitsOfRow).sort(byName)).toEqual(Object.values<Limit>(limits).sort(byName));
});

/** A row names one limit or several; they have a number each, or one for all. */
function limitsOfRow(row: string): Limit[] {
  const [, names = "", numbers = "", counter = ""] = row.split("|");
  const counted = counter.includes("in each process") ? "here" : "everywhere";
  const rates = [...numbers.matchAll(/([\d,]+) per ([\d,]+)/g)].map(([, points, seconds]) => ({
    points: numberIn(points),
    seconds: numberIn(seconds),
  }));
  return [...names.matchAll(/`(\w+)`/g)].map(([, name = ""], place) => {
    const { points, seconds } = rates[place] ?? rates[0] ?? { points: 0, seconds: 0 };
    return { name, points, seconds, counted };
  });
}

const numberIn = (text = "") => Number(text.replaceAll(",", ""));
const byName = (a: Limit, b: Limit) => a.name.localeCompare(b.name);
