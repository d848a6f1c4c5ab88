import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIResponse } from "@playwright/test";
import { acting } from "../fixtures/crowd";
import { here } from "../fixtures/here";
import type { Role } from "../fixtures/people";
import { expect, test } from "../fixtures/test";
import { isWrite, send, tooLow } from "./callers";
import { type Row, table } from "./routes";
import { spoiltBodies } from "./spoilt";
import { fresh, makeWorld, traces } from "./world";

const routes = join(import.meta.dirname, "../../app/api/v1");
const named = ({ method, file }: Row) => `${method} /${file}`;

const lowest: Record<Row["caller"], Role> = {
  anybody: "reader",
  member: "reader",
  signedIn: "reader",
  author: "author",
  editor: "editor",
  moderator: "moderator",
  admin: "admin",
};

async function expectProblem(answer: APIResponse, statuses: readonly number[]): Promise<void> {
  const text = await answer.text();
  expect(statuses, `${answer.status()} ${text}`).toContain(answer.status());
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
  const told = JSON.parse(text);
  expect(told).toMatchObject({
    status: answer.status(),
    requestId: expect.stringMatching(/./),
    title: expect.stringMatching(/./),
  });
  expect(Object.keys(told)).toEqual(expect.arrayContaining(["type", "detail", "code"]));
  expect(text).not.toMatch(/node_modules|prisma|SELECT |INSERT |at .*\.(ts|js|mjs):\d/i);
}

let world: Awaited<ReturnType<typeof makeWorld>>;
test.beforeAll(async () => {
  world = await makeWorld();
});

test("no route is missing from the table, and none in it is missing", () => {
  const found = readdirSync(routes, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("route.ts"))
    .flatMap((path) => {
      // One by its name, or two that are twins.
      const exported = readFileSync(join(routes, path), "utf8").matchAll(
        /export (?:const|(?:async )?function) (\[[^\]]*\]|\w+)/g,
      );
      const methods = [...exported].flatMap(([, names = ""]) => names.match(/\b(GET|POST|PATCH|PUT|DELETE)\b/g) ?? []);
      return methods.map((method) => `${method} /${path.replace(/\/?route\.ts$/, "")}`);
    });
  expect(table.map(named).sort()).toEqual(found.sort());
});

for (const row of table) {
  test.describe(named(row), () => {
    test(row.caller === "anybody" ? "answers a stranger" : "asks a stranger to sign in", async () => {
      await acting(null, async (client) => {
        if (row.endless) {
          const { status, headers, body } = await fetch(new URL(row.path(world), here().url));
          await body?.cancel();
          expect([status, headers.get("content-type")]).toEqual([200, "text/event-stream"]);
          return;
        }
        const answer = await send(client, row, world);
        if (row.caller === "anybody") expect(answer.status() === 401, await answer.text()).toBe(row.refuses === 401);
        else if (row.formOnly) expect(answer.status()).toBe(303);
        else await expectProblem(answer, [401]);
        expect(answer.status()).toBeLessThan(500);
      });
    });

    if (row.fromAnywhere) {
      test("believes its token alone: another's page, signed in or not, writes nothing without one", async () => {
        const somebody = await fresh(lowest[row.caller]);
        const before = await traces(world, somebody);
        for (const who of [somebody, null])
          for (const form of [undefined, { "List-Unsubscribe": "One-Click" }])
            await acting(who, async (client) => expectProblem(await client.post(row.path(world), { form }), [404]), {
              origin: "https://evil.example",
            });
        expect(await traces(world, somebody)).toEqual(before);
      });
    } else if (isWrite(row)) {
      test("refuses another site's page, and writes nothing", async () => {
        const somebody = await fresh(lowest[row.caller]);
        const before = await traces(world, somebody);
        for (const origin of ["https://evil.example", "null", "http://localhost.evil.example"]) {
          await acting(somebody, async (client) => expectProblem(await send(client, row, world), [403]), { origin });
        }
        expect(await traces(world, somebody)).toEqual(before);
      });
    }

    const lower = tooLow[row.caller];
    if (lower) {
      test("is not for other roles", async () => {
        for (const role of lower) {
          const somebody = await fresh(role);
          const before = await traces(world, somebody);
          await acting(somebody, async (client) => {
            const answer = await send(client, row, world);
            if (row.formOnly) expect(answer.status()).toBe(303);
            else await expectProblem(answer, [403, 404]);
          });
          expect(await traces(world, somebody)).toEqual(before);
        }
      });
    }

    if (row.body) {
      test("refuses what is not as it should be, and writes nothing", async () => {
        test.setTimeout(120_000);
        for (const [what, body] of spoiltBodies(row)) {
          await test.step(what, async () => {
            const somebody = await fresh(lowest[row.caller]);
            const before = await traces(world, somebody);
            await acting(somebody, async (client) =>
              expectProblem(await send(client, row, world, body), [400, 404, 422]),
            );
            expect(await traces(world, somebody), what).toEqual(before);
          });
        }
      });

      test("refuses what cannot be read", async () => {
        const raw = async (data: Buffer, type: string, statuses: number[]) =>
          acting(await fresh(lowest[row.caller]), async (client) => {
            const answer = await client.fetch(row.path(world), {
              method: row.method,
              data,
              headers: { "content-type": type },
            });
            await expectProblem(answer, statuses);
          });
        await raw(Buffer.from('{"body": '), "application/json", [400]);
        await raw(Buffer.from(JSON.stringify(row.body)), "text/plain", [415]);
        await raw(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22]), "application/json", [400, 422]);
        await raw(Buffer.from(`${"[".repeat(20_000)}${"]".repeat(20_000)}`), "application/json", [400, 422]);
        await raw(Buffer.alloc(17_000_000, 0x20), "application/json", [413]);
      });
    }
  });
}
