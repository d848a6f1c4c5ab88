-- Somebody closed their account: what is to become of their comments, and whether it has. Worked off in batches, so a row and not a column.

CREATE TYPE "CommentsAfterwards" AS ENUM ('keep', 'without_name', 'erase');

CREATE TABLE "closings" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "comments" "CommentsAfterwards" NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "doneAt" TIMESTAMPTZ(3),
  CONSTRAINT "closings_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "closings_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "closings_accountId_key" ON "closings" ("accountId");
CREATE INDEX "closings_under_way" ON "closings" ("at") WHERE "doneAt" IS NULL;

-- Closed for good, whoever writes: neither opened again nor given an office. Nobody can be mailed at an address under .invalid (RFC 2606).
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_closed_is_nobody"
  CHECK ("status"::text <> 'closed' OR ("role" = 'reader' AND "email" LIKE '%.invalid'));

CREATE FUNCTION "refuse_reopening"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this account was closed by its owner, for good' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "accounts_stay_closed" BEFORE UPDATE ON "accounts" FOR EACH ROW
  WHEN (OLD."status"::text = 'closed' AND NEW."status"::text <> 'closed') EXECUTE FUNCTION "refuse_reopening"();

-- Parts at most so many comments from whoever closed their account: the name is taken off and, where `erasing`, words, history and mentions go.
-- The deepest first, so that a chain comes apart from its end and no row is counted upwards twice. Gives how many; null while another such batch runs.
-- It holds many rows at once, which nobody else does: rather than close a circle with a reader's request it gives up (55P03), well before
-- Postgres would look for a deadlock and choose whom to refuse.
CREATE FUNCTION "part_with_comments"("writer" uuid, "erasing" boolean, "at_most" integer) RETURNS integer LANGUAGE plpgsql
SET lock_timeout = '250ms' AS $$
DECLARE
  "own" uuid[];
  "one" uuid;
  "above" uuid;
  "stood" boolean;
  "stands" boolean;
  "places" uuid[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('part_with_comments', 0)) THEN RETURN NULL; END IF;
  SELECT coalesce(array_agg(c."id" ORDER BY c."depth" DESC, c."id"), '{}') INTO "own" FROM (
    SELECT "id", "depth" FROM "comments" WHERE "authorId" = "writer" ORDER BY "depth" DESC, "id" LIMIT "at_most" FOR NO KEY UPDATE
  ) c;
  SELECT coalesce(array_agg("articleId"), '{}') INTO "places" FROM "comments" WHERE "id" = ANY("own") AND "status" = 'published';
  IF "erasing" THEN
    FOREACH "one" IN ARRAY "own" LOOP
      SELECT "parentId", "shown" INTO "above", "stood" FROM "comments" WHERE "id" = "one";
      UPDATE "comments" SET "status" = 'deleted', "authorId" = NULL, "body" = '', "html" = '', "bodyHash" = '', "held" = '[]', "editedAt" = NULL
        WHERE "id" = "one" RETURNING "shown" INTO "stands";
      IF "stood" <> "stands" THEN PERFORM "count_reply"("above", CASE WHEN "stands" THEN 1 ELSE -1 END); END IF;
    END LOOP;
    DELETE FROM "comment_revisions" WHERE "commentId" = ANY("own");
    DELETE FROM "mentions" WHERE "commentId" = ANY("own");
    DELETE FROM "picks" WHERE "commentId" = ANY("own");
    DELETE FROM "pins" WHERE "commentId" = ANY("own");
  ELSE
    UPDATE "comments" SET "authorId" = NULL WHERE "id" = ANY("own");
  END IF;
  DELETE FROM "mentions" WHERE "accountId" = "writer";
  UPDATE "accounts" SET "publishedCount" = "publishedCount" - cardinality("places") WHERE "id" = "writer";
  IF "erasing" THEN
    UPDATE "articles" a SET "commentCount" = a."commentCount" - less.count
      FROM (SELECT place, count(*)::int AS count FROM unnest("places") AS place GROUP BY place) less WHERE a."id" = less.place;
  END IF;
  RETURN cardinality("own");
END $$;
