-- What a closing left behind: handles that lead back to a number, pictures, and what moderators wrote.

-- A handle that was given up for good is kept from others without saying whose it was.
ALTER TABLE "old_handles" ALTER COLUMN "accountId" DROP NOT NULL;

-- Which pictures words show, so that one is deleted only where none does.
CREATE FUNCTION "pictures_in"("words" text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT found[1]), '{}') FROM regexp_matches("words", '/media/([0-9a-f]{64})\.', 'g') AS found
$$;
CREATE INDEX "articles_pictures" ON "articles" USING gin ("pictures_in"(coalesce("pictureUrl", '') || ' ' || "body"));
CREATE INDEX "article_revisions_pictures" ON "article_revisions" USING gin ("pictures_in"("body"));
CREATE INDEX "accounts_avatar" ON "accounts" ("avatar") WHERE "avatar" IS NOT NULL;

-- As before; of comments that are erased, what moderators wrote about them goes too (the log keeps its salted hash, and still verifies).
CREATE OR REPLACE FUNCTION "part_with_comments"("writer" uuid, "erasing" boolean, "at_most" integer) RETURNS integer LANGUAGE plpgsql
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
    DELETE FROM "event_notes" n USING "events" e WHERE n."eventId" = e."id" AND e."subject" = ANY("own");
    UPDATE "decisions" SET "note" = '' WHERE "commentId" = ANY("own") AND "note" <> '';
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

-- Of accounts that were closed before: what was written goes now, what is worked off in batches is begun again (`resume_closings`).
DELETE FROM "event_notes" n USING "events" e, "accounts" a
  WHERE n."eventId" = e."id" AND a."id" = e."subject" AND a."status"::text = 'closed';
DELETE FROM "event_notes" n USING "events" e WHERE n."eventId" = e."id" AND e."type" = 'objection.answered'
  AND NOT EXISTS (SELECT 1 FROM "objections" o WHERE o."id" = e."subject");
DELETE FROM "event_notes" n USING "events" e, "comments" c
  WHERE n."eventId" = e."id" AND c."id" = e."subject" AND c."status" = 'deleted' AND c."authorId" IS NULL AND c."body" = '';
UPDATE "decisions" d SET "note" = '' FROM "comments" c
  WHERE c."id" = d."commentId" AND d."note" <> '' AND c."status" = 'deleted' AND c."authorId" IS NULL AND c."body" = '';
UPDATE "closings" SET "doneAt" = NULL;
