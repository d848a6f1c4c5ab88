-- A reply came (1) or went (-1): a tombstone above it that held nothing else comes or goes with it, and so on upward.
-- A loop, since a recursive query takes no locks: each row is locked before what it says decides about the one above it.
CREATE FUNCTION "count_reply"("above" uuid, "delta" integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  "turned" boolean;
BEGIN
  WHILE "above" IS NOT NULL LOOP
    UPDATE "comments" c SET "replyCount" = c."replyCount" + "delta" WHERE c."id" = "above"
      RETURNING c."parentId", c."shown" <> (c."status" = 'published' OR c."status" IN ('removed', 'deleted') AND c."replyCount" - "delta" > 0)
      INTO "above", "turned";
    EXIT WHEN NOT "turned";
  END LOOP;
END $$;
