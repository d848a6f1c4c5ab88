import { beforeEach, describe, expect, it } from "vitest";
import { closeOwnAccount } from "@/lib/accounts/closing";
import { changeOwnAccount } from "@/lib/accounts/own-account";
import { isModerator } from "@/lib/actor";
import { after, day, hour, now, second } from "@/lib/clock";
import { postComment } from "@/lib/comments/posting";
import { db, transaction } from "@/lib/db";
import { decide } from "@/lib/moderation/mutations";
import { addNote, endOverdue, endSanction, forgetWords, sanction } from "@/lib/moderation/people/mutations";
import { personFile } from "@/lib/moderation/people/person-file";
import { type SanctionInput, sanctionInput } from "@/lib/moderation/people/schema";
import { currentViewer, openSession, requireMember, viewerOf } from "@/lib/session";
import {
  makeAccount,
  makeAdmin,
  makeArticle,
  makeComment,
  makeKnownReader,
  makeModerator,
  makeReader,
} from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

const roles = ["reader", "author", "editor", "moderator", "admin"] as const;
const given = (more: Partial<SanctionInput> = {}): SanctionInput => ({
  kind: "suspend",
  reason: "harassment",
  message: "You called three people names.",
  ...more,
});
const tomorrow = () => after(now(), day);
const inAnHour = () => after(now(), hour);
const types = async () =>
  (await sql<{ type: string }>("SELECT type FROM events ORDER BY at, id")).map(({ type }) => type);
const accountOf = async (id: string) => {
  const [row] = await sql(
    `SELECT status, "heldUntil"::text AS held, "suspendedUntil"::text AS suspended FROM accounts WHERE id = $1`,
    [id],
  );
  return row;
};
/** As if so much time had passed since. */
const later = (ms: number) =>
  sql(
    `WITH moved AS (UPDATE sanctions SET at = at - make_interval(secs => $1), until = until - make_interval(secs => $1) RETURNING 1)
     UPDATE accounts SET "heldUntil" = "heldUntil" - make_interval(secs => $1), "suspendedUntil" = "suspendedUntil" - make_interval(secs => $1)`,
    [ms / second],
  );

beforeEach(emptyDatabase);

describe("who may", () => {
  it.each(["moderator", "admin"] as const)(
    "as %s: moderators readers and authors, admins all but themselves",
    async (role) => {
      await makeAdmin();
      const me = await viewerOf((await makeAccount({ role })).id);
      if (!isModerator(me)) throw new Error("not a moderator");
      for (const other of roles) {
        const { id } = await makeAccount({ role: other });
        const may = role === "admin" || other === "reader" || other === "author";
        for (const kind of ["warn", "hold", "suspend", "ban"] as const) {
          const done = sanction(me, id, given({ kind }));
          await (may
            ? expect(done).resolves.toHaveProperty("id")
            : expect(done).rejects.toMatchObject({ code: "forbidden" }));
        }
      }
      await expect(sanction(me, me.id, given({ kind: "warn" }))).rejects.toMatchObject({ code: "forbidden" });
    },
  );

  it("keeps the last admin, whoever asks", async () => {
    const admin = await makeAdmin();
    await expect(sanction(admin, admin.id, given({ kind: "ban" }))).rejects.toMatchObject({ code: "conflict" });
    expect(await sql("SELECT 1 FROM sanctions")).toEqual([]);
  });

  it("does not let two admins silence one another at once", async () => {
    const [one, two] = [await makeAdmin(), await makeAdmin()];
    const done = await Promise.allSettled([
      sanction(one, two.id, given({ kind: "ban" })),
      sanction(two, one.id, given({ kind: "ban" })),
    ]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("a measure", () => {
  it("is the row, the account, the log, the statement and the telling, together", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    const { id } = await sanction(moderator, reader.id, given({ until: tomorrow() }));
    expect(await accountOf(reader.id)).toMatchObject({ status: "suspended", held: null });
    expect(await types()).toEqual(["account.sanctioned", "statement.issued"]);
    const [event] = await sql("SELECT data, \"actorId\" FROM events WHERE type = 'account.sanctioned'");
    expect(event).toMatchObject({
      actorId: moderator.id,
      data: { sanctionId: id, kind: "suspend", before: "active", after: "suspended" },
    });
    expect(await db.statement.findUnique({ where: { sanctionId: id } })).toMatchObject({
      measure: "suspended",
      accountId: reader.id,
    });
    const jobs = await sql<{ identifier: string }>("SELECT task_identifier AS identifier FROM graphile_worker.jobs");
    expect(jobs.map(({ identifier }) => identifier).sort()).toEqual(["end_measures", "tell_of_statement"]);
  });

  it("of two moderators at once takes one; the other hears of it", async () => {
    const [one, two, reader] = [await makeModerator(), await makeModerator(), await makeReader()];
    for (const kind of ["hold", "suspend", "ban"] as const) {
      const done = await Promise.allSettled([one, two].map((by) => sanction(by, reader.id, given({ kind }))));
      expect(done.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
      expect(await db.sanction.count({ where: { accountId: reader.id, kind } })).toBe(1);
    }
  });

  it("may be a warning as often as is needed, which changes nothing else", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    await sanction(moderator, reader.id, given({ kind: "warn" }));
    await sanction(moderator, reader.id, given({ kind: "warn" }));
    expect(await accountOf(reader.id)).toEqual({ status: "active", held: null, suspended: null });
  });

  it("signs out whoever is banned, for whom every door is shut", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    const cookies = new Map((await openSession(reader.id)).map(({ name, value }) => [name, { value }]));
    expect(await currentViewer(cookies)).toMatchObject({ id: reader.id });
    await sanction(moderator, reader.id, given({ kind: "ban" }));
    expect(await currentViewer(cookies)).toBeNull();
  });

  it.each([
    ["a warning until tomorrow", { kind: "warn", until: "2030-01-01" }],
    ["a ban until tomorrow", { kind: "ban", until: "2030-01-01" }],
    ["an end that is over", { kind: "hold", until: "2020-01-01" }],
    ["an end in a thousand years", { kind: "hold", until: "3020-01-01" }],
    ["a day that is none", { kind: "hold", until: "2027-02-31" }],
    ["no day at all", { kind: "hold", until: "soon" }],
    ["an unknown measure", { kind: "stocks" }],
    ["too much to say", { message: "a".repeat(2_001) }],
    ["half a character", { message: "\ud800" }],
  ])("is refused with %s", (_what, wrong) => {
    expect(sanctionInput.safeParse({ kind: "suspend", reason: "spam", ...wrong }).success).toBe(false);
  });
});

describe("an end", () => {
  it("by a moderator gives everything back, with its reason in the log", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    for (const kind of ["hold", "suspend", "ban"] as const) {
      const { id } = await sanction(moderator, reader.id, given({ kind }));
      await endSanction(moderator, id, { why: "They said sorry." });
      expect(await accountOf(reader.id)).toEqual({ status: "active", held: null, suspended: null });
      await expect(endSanction(moderator, id, { why: "Again." })).rejects.toMatchObject({ code: "conflict" });
      expect(await db.statement.findUnique({ where: { sanctionId: id } })).toMatchObject({
        withdrawnAt: expect.any(Date),
      });
    }
    expect(await sql("SELECT note FROM event_notes WHERE note = 'They said sorry.'")).toHaveLength(3);
  });

  it("of a ban leaves the suspension under it", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    await sanction(moderator, reader.id, given({ kind: "suspend" }));
    const { id } = await sanction(moderator, reader.id, given({ kind: "ban" }));
    await endSanction(moderator, id, { why: "Too hard." });
    expect(await accountOf(reader.id)).toEqual({ status: "suspended", held: null, suspended: "infinity" });
  });

  it("by time holds at once, before any job has run, for reading who asks and for writing", async () => {
    const [moderator, reader, article] = [await makeModerator(), await makeKnownReader(), await makeArticle()];
    await sanction(moderator, reader.id, given({ until: inAnHour() }));
    const post = () => postComment(reader, { articleId: article.id, body: "Back again, and civil." });
    expect((await viewerOf(reader.id))?.status).toBe("suspended");
    await expect(post()).rejects.toMatchObject({ code: "forbidden" });
    await later(2 * hour);
    expect(requireMember(await viewerOf(reader.id)).status).toBe("active");
    expect((await post()).comment.status).toBe("published");
    expect((await accountOf(reader.id))?.status).toBe("suspended");
  });

  it("by time is written down by a job, once, and in nobody's name", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    await sanction(moderator, reader.id, given({ kind: "hold", until: inAnHour() }));
    await sanction(moderator, reader.id, given({ until: inAnHour() }));
    await later(2 * hour);
    await Promise.all([endOverdue(now()), endOverdue(now())]);
    expect(await accountOf(reader.id)).toEqual({ status: "active", held: null, suspended: null });
    const ended = await sql("SELECT \"actorKind\" AS by FROM events WHERE type = 'account.sanction_ended'");
    expect(ended).toEqual([{ by: "system" }, { by: "system" }]);
  });

  it("makes room for the next of its kind although no job has run", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    await sanction(moderator, reader.id, given({ kind: "hold", until: inAnHour() }));
    await later(2 * hour);
    await sanction(moderator, reader.id, given({ kind: "hold" }));
    expect(await accountOf(reader.id)).toMatchObject({ held: "infinity" });
  });

  it("of somebody who closed their account leaves it closed", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    await sanction(moderator, reader.id, given({ until: inAnHour() }));
    await sql("UPDATE accounts SET status = 'closed', email = 'x@account.invalid' WHERE id = $1", [reader.id]);
    await later(2 * hour);
    await endOverdue(now());
    expect((await accountOf(reader.id))?.status).toBe("closed");
  });
});

describe("a note of the team", () => {
  it("whoever left without their name is not found by the handle they had, and nothing is noted on them", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    await transaction(() => closeOwnAccount(reader, "without_name"));
    await expect(personFile(moderator, reader.handle)).rejects.toMatchObject({ code: "not_found" });
    const { handle } = await db.account.findUniqueOrThrow({ where: { id: reader.id }, select: { handle: true } });
    expect((await personFile(moderator, handle)).formerly.handles).toEqual([]);
    await expect(addNote(moderator, reader.id, { note: "Gone." })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is written by a moderator, and by nobody on themselves", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    await addNote(moderator, reader.id, { note: "Knows the harbour." });
    await expect(addNote(moderator, moderator.id, { note: "Splendid." })).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.accountNote.findMany({ select: { note: true, byId: true } })).toEqual([
      { note: "Knows the harbour.", byId: moderator.id },
    ]);
  });
});

describe("somebody who leaves", () => {
  it("takes along what was noted on them and said to them; that there was a measure stays", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    await sanction(moderator, reader.id, given({ kind: "warn" }));
    await addNote(moderator, reader.id, { note: "Knows the harbour." });
    await forgetWords(reader.id);
    expect(await sql("SELECT 1 FROM account_notes")).toEqual([]);
    expect(await db.sanction.findMany({ select: { kind: true, message: true } })).toEqual([
      { kind: "warn", message: "" },
    ]);
  });
});

describe("a name that somebody gives up", () => {
  it("is kept for moderators, each once, with the handle", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader({ name: "Wren", handle: "wren" })];
    await changeOwnAccount(reader, { name: "Rowan" });
    await changeOwnAccount(requireMember(await viewerOf(reader.id)), { name: "Rowan", handle: "rowan" });
    const { formerly } = await personFile(moderator, "wren");
    expect(formerly.names.map(({ name }) => name)).toEqual(["Wren"]);
    expect(formerly.handles.map(({ handle }) => handle)).toEqual(["wren"]);
  });
});

describe("a person's page", () => {
  it("counts what was decided by its last decision, and shows nobody their own", async () => {
    const [moderator, reader] = [await makeModerator(), await makeReader()];
    const [one, two] = [
      await makeComment({ author: reader, status: "pending" }),
      await makeComment({ author: reader, status: "pending" }),
    ];
    await makeComment({ author: reader });
    await decide(moderator, one.id, { action: "approve", revision: 1 });
    await decide(moderator, two.id, { action: "reject", reason: "spam", revision: 1 });
    const { id } = await sanction(moderator, reader.id, given({ kind: "hold" }));
    const file = await personFile(moderator, reader.handle);
    expect(file).toMatchObject({
      comments: { published: 2, rejected: 1, pending: 0, approvedShare: 0.5 },
      decisions: [{ action: "reject" }, { action: "approve" }],
      sanctions: [{ id, kind: "hold", open: true }],
      trust: { level: "known", published: 2 },
    });
    expect(file.latest).toHaveLength(3);
    await expect(personFile(moderator, moderator.handle)).rejects.toMatchObject({ code: "not_found" });
    await expect(personFile(moderator, "nobody")).rejects.toMatchObject({ code: "not_found" });
  });
});
