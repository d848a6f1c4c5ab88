import { beforeEach, describe, expect, test } from "vitest";
import type { Admin, Moderator } from "@/lib/actor";
import { db, transaction } from "@/lib/db";
import { decide } from "@/lib/moderation/mutations";
import { changeAccount } from "@/lib/moderation/people/account-change";
import { publicLog } from "@/lib/moderation/public-log";
import { loggedTypes } from "@/lib/moderation/schema";
import { type Fault, verifyLog } from "@/lib/moderation/verify-log";
import { makeAdmin, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

let moderator: Moderator;
let admin: Admin;
const note = "Read the house rules, please.";

/** Two entries: the decision, and that its writer is to be told why. */
async function reject(): Promise<void> {
  const { id } = await makeComment({ status: "pending" });
  await decide(moderator, id, { action: "reject", revision: 1, reason: "spam", note });
}

/** Past the triggers that refuse it, as somebody with the database in their hands would. */
const tamper = (statement: string) =>
  sql(`SET session_replication_role = replica; ${statement}; SET session_replication_role = origin`);

beforeEach(async () => {
  await emptyDatabase();
  moderator = await makeModerator();
  admin = await makeAdmin();
  for (let act = 0; act < 4; act++) await reject();
  await changeAccount(admin, (await makeReader()).id, { role: "author" });
});

describe("the log", () => {
  test("verifies as it was written, and tells its end", async () => {
    const { entries, head, faults } = await verifyLog();
    expect({ entries, faults }).toEqual({ entries: 9, faults: [] });
    expect(head).toMatch(/^[0-9a-f]{64}$/);
  });

  test("an act that is taken back leaves no entry and no gap", async () => {
    await transaction(async () => {
      await reject();
      throw new Error("No.");
    }).catch(() => undefined);
    await reject();
    expect(await verifyLog()).toMatchObject({ entries: 11, faults: [] });
  });

  test("of acts at the same moment each gets its place", async () => {
    await Promise.all(Array.from({ length: 20 }, reject));
    expect(await verifyLog()).toMatchObject({ entries: 49, faults: [] });
  });

  test.each([
    ["an entry that is changed", `UPDATE log_entries SET entry = replace(entry, 'spam', 'hate') WHERE seq = 2`, 2],
    [
      "an entry that is changed with its hash",
      `UPDATE log_entries SET entry = entry || ' ', hash = encode(sha256(convert_to("previousHash" || E'\\n' || entry || ' ', 'UTF8')), 'hex') WHERE seq = 2`,
      3,
    ],
    ["an entry that is dropped", "DELETE FROM log_entries WHERE seq = 3", 4],
    ["the last entry dropped", "DELETE FROM log_entries WHERE seq = 9", null],
    [
      "the last entry dropped with its event",
      `DELETE FROM events WHERE id = (SELECT "eventId" FROM log_entries WHERE seq = 9); DELETE FROM log_entries WHERE seq = 9`,
      null,
    ],
    [
      "two entries that change places",
      "UPDATE log_entries SET seq = CASE seq WHEN 1 THEN -2 ELSE -1 END WHERE seq IN (1, 2); UPDATE log_entries SET seq = -seq WHERE seq < 0",
      1,
    ],
    [
      "an event that is changed",
      `UPDATE events SET data = data || '{"reason": "hate"}' WHERE id = (SELECT "eventId" FROM log_entries WHERE seq = 2)`,
      2,
    ],
    [
      "a decision that is changed",
      `UPDATE decisions SET reason = 'hate' WHERE id = (SELECT (e.data->>'decisionId')::uuid FROM events e JOIN log_entries l ON l."eventId" = e.id WHERE l.seq = 3)`,
      3,
    ],
    [
      "a note that is changed",
      `UPDATE event_notes SET note = 'Something else.' WHERE "eventId" = (SELECT "eventId" FROM log_entries WHERE seq = 3)`,
      3,
    ],
    ["an act that went past it", "DELETE FROM log_entries; DELETE FROM log_head", null],
  ])("misses %s", async (_what, statement, seq) => {
    await tamper(statement);
    const { faults } = await verifyLog();
    expect(faults.map((fault) => fault.seq)).toContain(seq);
  });

  test("misses any one entry that is changed, dropped, or put in another's place", async () => {
    const tamperings: ((seq: number, other: number) => Promise<unknown>)[] = [
      (seq) => db.$executeRaw`UPDATE log_entries SET entry = entry || ' ' WHERE seq = ${seq}::bigint`,
      (seq) => db.$executeRaw`DELETE FROM log_entries WHERE seq = ${seq}::bigint`,
      async (seq, other) => {
        await db.$executeRaw`UPDATE log_entries SET seq = seq - 9 WHERE seq IN (${seq}::bigint, ${other}::bigint)`;
        await db.$executeRaw`UPDATE log_entries SET seq = ${seq + other}::bigint - (seq + 9) WHERE seq < 0`;
      },
    ];
    for (const [number, tamperWith] of tamperings.entries()) {
      for (let seq = 1; seq <= 5; seq++) {
        const faults: Fault[] = [];
        const tampering = transaction(async () => {
          await db.$executeRaw`SET LOCAL session_replication_role = replica`;
          await tamperWith(seq, (seq % 5) + 1);
          faults.push(...(await verifyLog()).faults);
          throw new Error("As it was.");
        });
        await expect(tampering).rejects.toThrow("As it was.");
        expect(faults, `tampering ${number} with ${seq}`).not.toEqual([]);
      }
    }
    expect((await verifyLog()).faults).toEqual([]);
  });

  test("verifies on when a note was erased", async () => {
    await sql("DELETE FROM event_notes");
    await sql("UPDATE decisions SET note = ''");
    await expect(sql("UPDATE decisions SET note = 'Something else.'")).rejects.toThrow("append-only");
    expect((await verifyLog()).faults).toEqual([]);
  });

  test("is refused to be rewritten by the database itself", async () => {
    await expect(sql("UPDATE log_entries SET entry = ''")).rejects.toThrow("append-only");
    await expect(sql("DELETE FROM log_entries")).rejects.toThrow("append-only");
  });

  test("holds no words of a moderator, and the public one no names", async () => {
    const entries = await sql<{ entry: string }>("SELECT entry FROM log_entries");
    expect(JSON.stringify(entries)).not.toContain(note);
    const { items } = await publicLog({ limit: 20 });
    expect(items.map(({ type, role, reason }) => [type, role, reason])).toEqual([
      ["account.role_changed", "admin", null],
      ...Array(4)
        .fill(["statement.issued", "comment.decided"])
        .flat()
        .map((type) => [type, "moderator", "spam"]),
    ]);
    for (const name of [moderator.name, moderator.handle, moderator.id, note])
      expect(JSON.stringify(items)).not.toContain(name);
  });

  test("is read in pages, and a cursor of another list is refused", async () => {
    const first = await publicLog({ limit: 5 });
    const second = await publicLog({ limit: 5, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ seq }) => seq)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(second.nextCursor).toBeNull();
    await expect(publicLog({ limit: 3, cursor: "abc" })).rejects.toMatchObject({ code: "unreadable" });
  });

  test("logs the same acts in the database as the catalogue knows", async () => {
    const known = await sql<{ type: string }>(`SELECT type FROM unnest($1::text[]) AS type WHERE is_logged(type)`, [
      [...loggedTypes, "comment.posted"],
    ]);
    expect(known.map(({ type }) => type)).toEqual([...loggedTypes]);
  });
});
