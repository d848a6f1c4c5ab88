import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ok } from "@/lib/answer";
import { processState } from "@/lib/process-state";
import { route } from "@/lib/route";
import { Contract } from "@/server/front/contract";

const said = z.strictObject({ route: z.string() });
const named = (name: string) =>
  route({
    summary: name,
    gate: "public",
    answers: { 200: said },
    run: async ({ params }) => ok({ route: name, params }),
  });

const contract = new Contract();

beforeAll(async () => {
  processState().routes = async () => ({
    "/api/v1/things": { GET: named("list"), POST: named("add") },
    "/api/v1/things/{id}": { GET: named("one") },
    "/api/v1/things/all": { GET: named("all") },
    "/api/v1/things/{id}/parts/{part}": { GET: named("part") },
  });
  await contract.prepare();
});
afterAll(() => {
  processState().routes = undefined;
});

async function called(method: string, path: string, query = "") {
  const reply = await contract.reply({ method, path, query, headers: {}, body: Buffer.alloc(0) });
  return reply && JSON.parse(typeof reply.body === "string" ? reply.body : "null");
}

describe("the contract", () => {
  test.each([
    ["/api/v1/things", { route: "list", params: {} }],
    ["/api/v1/things/7", { route: "one", params: { id: "7" } }],
    ["/api/v1/things/all", { route: "all", params: {} }],
    ["/api/v1/things/%C3%A9t%C3%A9/parts/2", { route: "part", params: { id: "été", part: "2" } }],
  ])("calls the route of %s", async (path, expected) => {
    expect(await called("GET", path)).toEqual(expected);
  });

  test("tells which methods an address takes, and of an unknown one that it takes none", () => {
    expect(contract.methodsAt("/api/v1/things")).toEqual(["GET", "POST"]);
    expect(contract.methodsAt("/api/v1/things/7")).toEqual(["GET"]);
    expect(contract.methodsAt("/api/v1/thing")).toEqual([]);
  });

  test("answers HEAD by the route of GET", async () => {
    expect(await called("HEAD", "/api/v1/things")).toMatchObject({ route: "list" });
  });

  test.each([
    ["GET", "/api/v1/thing"],
    ["GET", "/api/v1/things/7/parts"],
    ["GET", "/api/v1/things/7/parts/2/more"],
    ["GET", "/api/v1/things/"],
    ["DELETE", "/api/v1/things"],
    ["OPTIONS", "/api/v1/things"],
    ["constructor", "/api/v1/things"],
  ])("leaves %s %s to Next", async (method, path) => {
    expect(await called(method, path)).toBeNull();
  });

  test("a write without our origin is refused on this way too", async () => {
    const reply = await contract.reply({
      method: "POST",
      path: "/api/v1/things",
      query: "",
      headers: {},
      body: Buffer.alloc(0),
    });
    expect(reply).toMatchObject({ status: 403 });
  });
});
