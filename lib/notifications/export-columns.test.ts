import { expect, test } from "vitest";
import { type Export, exportShape } from "@/lib/notifications/export-shape";
import { sql } from "@/prisma/testing";

/** Where the export holds the rows in which a column names somebody. */
const exported: Record<string, keyof Export> = {
  "sessions.accountId": "sessions",
  "old_handles.accountId": "account",
  "email_tokens.accountId": "account",
  "old_names.accountId": "formerNames",
  "notification_settings.accountId": "deliveries",
  "events.subject": "history",
  "events.actorId": "acts",
  "comments.authorId": "comments",
  "statements.accountId": "statements",
  "sanctions.accountId": "statements",
  "objections.accountId": "objections",
  "votes.accountId": "votes",
  "picks.pickedById": "picks",
  "pins.pinnedById": "pins",
  "reports.reporterId": "reports",
  "mentions.accountId": "mentions",
  "notifications.accountId": "notifications",
  "thread_follows.accountId": "followedThreads",
  "person_follows.accountId": "followedPeople",
  "ignores.accountId": "ignored",
  "article_authors.accountId": "articles",
  "pictures.createdBy": "pictures",
  "rule_versions.byId": "ruleVersions",
  "account_notes.byId": "notesWritten",
  // Of these the act is told, with who it was done to, when, and the words.
  "decisions.moderatorId": "acts",
  "undone_decisions.byId": "acts",
  "sanctions.byId": "acts",
  "sanctions.endedById": "acts",
  "bars.byId": "acts",
  "bars.endedById": "acts",
  "objections.handledById": "acts",
};

/** What is left out, and why (docs/decisions/0030-what-an-export-leaves-out.md). */
const leftOut: Record<string, string> = {
  "account_notes.accountId": "what the team noted may name who reported; whoever asks for it is answered by hand",
  "ignores.personId": "whom others ignore is theirs",
  "person_follows.personId": "whom others follow is theirs",
  "notifications.actorId": "what others were told is theirs",
  "objections.decidedById": "a copy of who decided, which stands in that person's acts",
  "article_revisions.savedById": "a version is of the piece's authors; that it was saved stands in the acts",
  "playbacks.byId": "gone within a week, and quotes others' comments",
  "claims.moderatorId": "gone within minutes",
  "closings.accountId": "whose account is closed exports nothing",
  "idempotency_keys.accountId": "copies of answers that they got, gone within two days",
};

test("every column that names an account is exported, or left out for a reason", async () => {
  const found = await sql<{ name: string }>(
    `SELECT k.conrelid::regclass || '.' || a.attname AS name
     FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)
     WHERE k.contype = 'f' AND k.confrelid = 'accounts'::regclass
     UNION
     SELECT table_name || '.' || column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'uuid' AND column_name ~ '(^subject|([aA]ccount|[aA]uthor|[aA]ctor|[mM]oderator|[rR]eporter|[pP]erson|By)(Id)?)$'
     ORDER BY name`,
  );
  expect([...Object.keys(exported), ...Object.keys(leftOut)].sort()).toEqual(found.map(({ name }) => name).sort());
});

test("what is said to be exported has its place in the shape", () => {
  expect(Object.keys(exportShape.shape)).toEqual(expect.arrayContaining(Object.values(exported)));
});
