-- Locked one after the other, upwards, since what a row says decides about the one above it; then counted all at once, five times as fast.
CREATE OR REPLACE FUNCTION "count_reply"("above" uuid, "delta" integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  "walked" uuid[] := '{}';
  "one" record;
BEGIN
  WHILE "above" IS NOT NULL LOOP
    SELECT c."parentId", c."status", c."replyCount" INTO "one" FROM "comments" c WHERE c."id" = "above" FOR NO KEY UPDATE;
    "walked" := "walked" || "above";
    EXIT WHEN "one"."status" IS NULL OR "one"."status" NOT IN ('removed', 'deleted')
      OR ("one"."replyCount" > 0) = ("one"."replyCount" + "delta" > 0);
    "above" := "one"."parentId";
  END LOOP;
  UPDATE "comments" SET "replyCount" = "replyCount" + "delta" WHERE "id" = ANY("walked");
END $$;
