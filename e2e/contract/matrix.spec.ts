import { randomUUID } from "node:crypto";
import { acting, type Somebody } from "../fixtures/crowd";
import { expect, test } from "../fixtures/test";
import { roles, send, tooLow } from "./callers";
import { type Row, table, type World } from "./routes";
import { fresh, makeWorld } from "./world";

/** Addresses that lead to nothing: whoever may call hears that, whoever may not hears only that. */
const nowhere: World = {
  slug: "nowhere",
  articleId: randomUUID(),
  commentId: randomUUID(),
  waitingId: randomUUID(),
  handle: "nobody-at-all",
  accountId: randomUUID(),
};

/** Where it depends on whose a thing is, the thing must be there; it is hidden from whoever may not. */
const isOnesOwn = ({ caller }: Row) => caller === "editor";

/** `in`: let past the gate, whatever is found behind it. */
async function gate(who: Somebody | null, row: Row): Promise<string> {
  const world = isOnesOwn(row) ? await makeWorld() : nowhere;
  // Elsewhere with a field that is known to no schema, so that nobody's call changes anything.
  const body = isOnesOwn(row) ? row.body : row.body && { ...row.body, unknown: true };
  return acting(who, async (client) => {
    const answer = await send(client, row, world, body);
    const status = answer.status();
    if (status === 401 && row.refuses !== 401) return "asked to sign in";
    if (status === 403 || (status === 404 && isOnesOwn(row))) return "refused";
    return status < 500 ? "in" : `${status}`;
  });
}

// A form's twin goes through the same gate, and answers with a page: every-route.spec.ts.
test.describe("every route × every role", () => {
  for (const row of table.filter(({ endless, formOnly }) => !endless && !formOnly)) {
    const stranger = row.caller === "anybody" ? "in" : "asked to sign in";
    const expected = Object.fromEntries(
      roles.map((role) => [role, tooLow[row.caller]?.includes(role) ? "refused" : "in"]),
    );
    test(`${row.method} /${row.file}: from ${row.caller} on`, async () => {
      const met = await Promise.all(roles.map(async (role) => [role, await gate(await fresh(role), row)] as const));
      expect({ stranger: await gate(null, row), ...Object.fromEntries(met) }).toEqual({ stranger, ...expected });
    });
  }
});
