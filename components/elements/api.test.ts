import { describe, expect, test, vi } from "vitest";
import { read } from "@/components/elements/api";
import { isFlag, isText, listOf, orNull, shapeOf } from "@/components/elements/shapes";
import { askViewer } from "@/components/elements/viewer";

const answering = (body: string, status = 200) => vi.stubGlobal("fetch", async () => new Response(body, { status }));
const isPeople = shapeOf({ items: listOf(shapeOf({ handle: isText, parent: orNull(isText) })), more: isFlag });

describe("an answer of the API", () => {
  test("is read where it has the shape that is hoped for, whatever else it holds", async () => {
    const body = { items: [{ handle: "ann", parent: null, name: "Ann" }], more: false, nextCursor: null };
    answering(JSON.stringify(body));
    expect(await read("/", isPeople)).toEqual(body);
  });

  test.each([
    ["of another status", JSON.stringify({ items: [], more: false }), 500],
    ["that is no JSON", "<html>", 200],
    ["that is null", "null", 200],
    ["that lacks a field", JSON.stringify({ items: [] }), 200],
    ["with something else in a list", JSON.stringify({ items: [{ handle: 7, parent: null }], more: false }), 200],
  ])("%s is none", async (_what, body, status) => {
    answering(body, status);
    expect(await read("/", isPeople)).toBeNull();
  });

  test("tells nobody from nothing known of who is signed in", async () => {
    answering(JSON.stringify({ viewer: null }));
    expect(await askViewer()).toBeNull();
    answering("", 503);
    expect(await askViewer()).toBeUndefined();
    answering(JSON.stringify({ viewer: { name: "Ann", handle: "ann", unreadCount: 2, bio: "" } }));
    expect(await askViewer()).toMatchObject({ handle: "ann", unreadCount: 2 });
  });
});
