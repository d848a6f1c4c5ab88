-- What nobody may read keeps its place as long as replies hang under it: also what waits again after a change, or was refused then.
-- And of comments that nobody voted up (Wilson's bound is 0 for each, give or take what doubles round) the least voted down stands first.
-- Both columns are generated, so nothing is lost with the old ones; the table is rewritten once, under lock.

ALTER TABLE "comments"
  DROP COLUMN "shown",
  DROP COLUMN "wilson",
  ADD COLUMN "shown" BOOLEAN GENERATED ALWAYS AS ("status" = 'published' OR "replyCount" > 0) STORED,
  ADD COLUMN "wilson" DOUBLE PRECISION GENERATED ALWAYS AS (
    CASE WHEN "ups" = 0 THEN (-"downs")::double precision ELSE (
      ("ups" + 1.9208) / ("ups" + "downs")
      - 1.96 * sqrt("ups"::double precision * "downs" / ("ups" + "downs") + 0.9604) / ("ups" + "downs")
    ) / (1 + 3.8416 / ("ups" + "downs")) END
  ) STORED;

CREATE INDEX "comments_top_by_time" ON "comments" ("articleId", "createdAt", "id") WHERE "parentId" IS NULL AND "shown";
CREATE INDEX "comments_top_by_wilson" ON "comments" ("articleId", "wilson" DESC, "createdAt" DESC, "id" DESC) WHERE "parentId" IS NULL AND "shown";
CREATE INDEX "comments_top_by_controversy" ON "comments" ("articleId", "controversy" DESC, "createdAt" DESC, "id" DESC)
  WHERE "parentId" IS NULL AND "shown";
CREATE INDEX "comments_replies_by_time" ON "comments" ("parentId", "createdAt", "id") WHERE "shown";

-- As before, but every comment that is not published is a tombstone while replies hang under it.
CREATE OR REPLACE FUNCTION "count_reply"("above" uuid, "delta" integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  "walked" uuid[] := '{}';
  "one" record;
BEGIN
  WHILE "above" IS NOT NULL LOOP
    SELECT c."parentId", c."status", c."replyCount" INTO "one" FROM "comments" c WHERE c."id" = "above" FOR NO KEY UPDATE;
    "walked" := "walked" || "above";
    EXIT WHEN "one"."status" IS NULL OR "one"."status" = 'published'
      OR ("one"."replyCount" > 0) = ("one"."replyCount" + "delta" > 0);
    "above" := "one"."parentId";
  END LOOP;
  UPDATE "comments" SET "replyCount" = "replyCount" + "delta" WHERE "id" = ANY("walked");
END $$;

SELECT "count_reply"("parentId", 1) FROM "comments"
WHERE "status" IN ('pending', 'rejected') AND "replyCount" > 0 AND "parentId" IS NOT NULL;
