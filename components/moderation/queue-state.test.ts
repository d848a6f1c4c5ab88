import { describe, expect, test } from "vitest";
import { actOn, changed, neighbour, type QueueState, shownItem } from "@/components/moderation/queue-state";
import type { QueueItem } from "@/lib/moderation/schema";

function itemOf(id: string, status: QueueItem["comment"]["status"] = "pending"): QueueItem {
  return {
    comment: {
      ...{ id, articleSlug: "a", parentId: null, depth: 0, author: null, body: id, html: id, revision: 1, status },
      ...{ score: 0, replyCount: 0, createdAt: "2026-01-01T00:00:00.000Z", editedAt: null, permalink: "", replies: [] },
      openReports: 0,
    },
    ...{ article: { slug: "a", title: "A", lang: "en" }, parent: null, writer: null },
    ...{ reports: [], score: null, held: [], claim: null },
  };
}

const begun = (ids: string, given: Partial<QueueState> = {}): QueueState => ({
  ...{ items: [...ids].map((id) => itemOf(id)), extra: null, current: ids[0] ?? null, opened: false, leaving: true },
  ...{ more: null, marked: [], act: null, gone: [], refusals: {}, claims: {} },
  ...given,
});
const idsIn = ({ items }: QueueState) => items.map(({ comment }) => comment.id).join("");
const deciding = (state: QueueState, ids: string, key = 1) => {
  const act = actOn(state, [...ids], "approve", key);
  return { act, state: changed(state, { what: "decide", act }) };
};
const typed = { reason: "spam", note: "Words.", detail: "No." };

describe("deciding", () => {
  test("shows the next at once, and the one before where there is none", () => {
    const { state } = deciding(begun("abc", { current: "b" }), "b");
    expect([idsIn(state), state.current]).toEqual(["ac", "c"]);
    const last = deciding(state, "c", 2).state;
    expect([idsIn(last), last.current]).toEqual(["a", "a"]);
    expect(deciding(last, "a", 3).state.current).toBeNull();
  });

  test("passes over what somebody else looks at, unless nothing else is left", () => {
    const claims = { b: "Ines" };
    const { state } = deciding(begun("abc", { claims }), "a");
    expect(state.current).toBe("c");
    expect(deciding(state, "c", 2).state.current).toBe("b");
    expect(neighbour(begun("abc", { claims }), 1)).toBe("c");
    expect(neighbour(begun("abc", { claims, current: "c" }), -1)).toBe("a");
  });

  test("on many takes them all and their marks", () => {
    const { state } = deciding(begun("abcd", { marked: ["a", "c", "d"] }), "ac");
    expect([idsIn(state), state.current, state.marked]).toEqual(["bd", "b", ["d"]]);
  });

  test("in the list of all leaves the comment there as it then is", () => {
    const { state } = deciding(begun("ab", { leaving: false }), "a");
    expect([idsIn(state), state.items[0]?.comment.status, state.current]).toEqual(["ab", "published", "b"]);
  });

  test("on one that the list does not hold goes on with the list", () => {
    const state = begun("ab", { extra: itemOf("z"), current: "z" });
    expect(shownItem(state)?.comment.id).toBe("z");
    const after = deciding(state, "z").state;
    expect([after.extra, after.current]).toEqual([null, "a"]);
  });
});

describe("an answer", () => {
  test("that is a refusal brings the comment back where it stood, with the words", () => {
    const { act, state } = deciding(begun("abc", { current: "b" }), "b");
    const refused = { b: typed };
    const after = changed(state, { what: "answered", act, decisions: {}, refused, back: "b" });
    expect([idsIn(after), after.current, after.refusals.b, after.act]).toEqual(["abc", "b", typed, null]);
  });

  test("takes the page from nobody who went on", () => {
    const { act, state } = deciding(begun("abc"), "a");
    const later = deciding(state, "b", 2).state;
    const after = changed(later, { what: "answered", act, decisions: {}, refused: { a: typed }, back: null });
    expect([idsIn(after), after.current, after.act?.key]).toEqual(["ac", "c", 2]);
  });

  test("to many leaves what was taken, and only that can be undone", () => {
    const { act, state } = deciding(begun("abc"), "ab");
    const after = changed(state, { what: "answered", act, decisions: { b: "d1" }, refused: { a: typed }, back: "a" });
    expect(idsIn(after)).toBe("ac");
    expect(after.act?.rows.map(({ item }) => item.comment.id)).toEqual(["b"]);
    expect(after.act?.decisions).toEqual({ b: "d1" });
  });
});

describe("undoing", () => {
  test("brings all back to their places, the first of them shown", () => {
    const { act, state } = deciding(begun("abcd"), "bd");
    const after = changed(state, { what: "undo", act });
    expect([idsIn(after), after.current, after.act]).toEqual(["abcd", "b", null]);
    expect(idsIn(changed(after, { what: "stands", act }))).toBe("ac");
  });

  test("is over once its time is, but not that of a later decision", () => {
    const { act, state } = deciding(begun("ab"), "a", 1);
    expect(changed(state, { what: "forget", key: act.key }).act).toBeNull();
    const later = deciding(state, "b", 2).state;
    expect(changed(later, { what: "forget", key: act.key }).act?.key).toBe(2);
  });
});

test("what is fetched later holds nothing twice, nor what was decided meanwhile", () => {
  const { state } = deciding(begun("ab"), "a");
  const after = changed(state, { what: "more", items: [itemOf("a"), itemOf("b"), itemOf("c")], more: "next" });
  expect([idsIn(after), after.more]).toEqual(["bc", "next"]);
});
