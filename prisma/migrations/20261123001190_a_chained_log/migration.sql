-- The log of what staff did: each entry is chained to the one before by its hash, whoever writes the event.

CREATE TABLE "event_notes" (
  "eventId" UUID NOT NULL,
  "salt" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  CONSTRAINT "event_notes_pkey" PRIMARY KEY ("eventId"),
  CONSTRAINT "event_notes_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "log_entries" (
  "seq" BIGINT NOT NULL,
  "eventId" UUID NOT NULL,
  "entry" TEXT NOT NULL,
  "previousHash" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  CONSTRAINT "log_entries_pkey" PRIMARY KEY ("seq"),
  CONSTRAINT "log_entries_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "log_entries_eventId_key" ON "log_entries" ("eventId");

-- Where the chain ends, so that an end cut off is missed.
CREATE TABLE "log_head" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "seq" BIGINT NOT NULL,
  "hash" TEXT NOT NULL,
  CONSTRAINT "log_head_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "log_head_one_row" CHECK ("id" = 1)
);

CREATE FUNCTION "is_logged"(type text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT type IN (
    'comment.decided', 'comment.picked', 'comment.unpicked', 'comment.pinned', 'comment.unpinned',
    'account.role_changed', 'account.status_changed', 'settings.changed', 'rules.changed'
  )
$$;

CREATE FUNCTION "append_to_log"(happened events) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  head log_head;
  line text;
  mark text;
BEGIN
  INSERT INTO log_head ("id", "seq", "hash") VALUES (1, 0, repeat('0', 64)) ON CONFLICT ("id") DO NOTHING;
  -- One at a time until the transaction ends: a chain has no branches.
  SELECT * INTO head FROM log_head WHERE "id" = 1 FOR UPDATE;
  line := jsonb_build_object(
    'seq', head."seq" + 1,
    'id', happened."id",
    'at', to_char(happened."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'type', happened."type",
    'actorKind', happened."actorKind",
    'actorId', happened."actorId",
    'actorRole', (SELECT a."role" FROM accounts a WHERE a."id" = happened."actorId"),
    'subject', happened."subject",
    'data', happened."data"
  )::text;
  mark := encode(sha256(convert_to(head."hash" || E'\n' || line, 'UTF8')), 'hex');
  INSERT INTO log_entries ("seq", "eventId", "entry", "previousHash", "hash")
    VALUES (head."seq" + 1, happened."id", line, head."hash", mark);
  UPDATE log_head SET "seq" = head."seq" + 1, "hash" = mark WHERE "id" = 1;
  PERFORM forget('log');
END $$;

DO $$
DECLARE
  happened events;
BEGIN
  FOR happened IN SELECT * FROM events WHERE is_logged("type") ORDER BY "at", "id" LOOP
    PERFORM append_to_log(happened);
  END LOOP;
END $$;

CREATE FUNCTION "event_logged"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM append_to_log(NEW);
  RETURN NULL;
END $$;
CREATE TRIGGER "events_log" AFTER INSERT ON "events" FOR EACH ROW WHEN (is_logged(NEW."type")) EXECUTE FUNCTION "event_logged"();

CREATE TRIGGER "log_entries_append_only" BEFORE UPDATE OR DELETE ON "log_entries"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
-- A note may be erased, not changed.
CREATE TRIGGER "event_notes_as_written" BEFORE UPDATE ON "event_notes"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

-- So may the note of a decision: emptied, never written anew.
DROP TRIGGER "decisions_append_only" ON "decisions";
CREATE TRIGGER "decisions_append_only" BEFORE UPDATE ON "decisions"
  FOR EACH ROW WHEN (
    (OLD."id", OLD."commentId", OLD."revision", OLD."action", OLD."fromStatus", OLD."toStatus", OLD."at")
      IS DISTINCT FROM (NEW."id", NEW."commentId", NEW."revision", NEW."action", NEW."fromStatus", NEW."toStatus", NEW."at")
    OR OLD."reason" IS DISTINCT FROM NEW."reason"
    OR (NEW."note" <> '' AND OLD."note" <> NEW."note")
    OR (NEW."moderatorId" IS NOT NULL AND OLD."moderatorId" IS DISTINCT FROM NEW."moderatorId")
  ) EXECUTE FUNCTION "refuse_rewriting"();
