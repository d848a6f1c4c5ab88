import { describe, expect, test } from "vitest";
import { queueAddress } from "@/components/moderation/queue-address";
import { queueHref } from "@/components/moderation/queue-href";
import { placeInQueue } from "@/components/moderation/queue-place";

const [one, two, three] = [
  "0199b7a0-0000-7000-8000-000000000001",
  "0199b7a0-0000-7000-8000-000000000002",
  "0199b7a0-0000-7000-8000-000000000003",
] as const;
const list = { status: "pending", cursor: undefined, comment: undefined } as const;
const at = (comment: string) => queueHref({ ...list, comment });

describe("an address in the queue", () => {
  test("says what it means and leaves out the rest", () => {
    expect(queueAddress({ status: "removed", comment: one, cursor: "abc" })).toEqual({
      status: "removed",
      comment: one,
      cursor: "abc",
    });
    expect(queueAddress({ status: "everything", comment: "no", cursor: ["a", "b"] })).toEqual({ status: "pending" });
  });

  test("comes back from what it wrote", () => {
    const href = queueHref({ status: "reported", cursor: "a&b=c", comment: two });
    expect(queueAddress(Object.fromEntries(new URL(href, "http://here.test").searchParams))).toEqual({
      status: "reported",
      cursor: "a&b=c",
      comment: two,
    });
  });
});

describe("a place in the queue", () => {
  const places = [one, two, three];

  test("knows the comments beside it, and goes on to the next after a decision", () => {
    expect(placeInQueue(places, two, list)).toMatchObject({
      place: 2,
      previous: at(one),
      following: at(three),
      next: at(three),
    });
  });

  test("leads back to the list after the last", () => {
    expect(placeInQueue(places, three, list)).toMatchObject({ following: null, next: queueHref(list) });
  });

  test("outside the list goes on with its first", () => {
    expect(placeInQueue([two], one, list)).toMatchObject({ place: 0, previous: null, next: at(two) });
  });
});
