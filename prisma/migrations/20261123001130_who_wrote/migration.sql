-- A page about a person lists what they wrote: it hears of `writer:{accountId}`, of their votes and replies it does not.

CREATE FUNCTION "writer_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' AND NEW."authorId" IS NOT NULL THEN PERFORM forget('writer:' || NEW."authorId"); END IF;
  IF TG_OP <> 'INSERT' AND OLD."authorId" IS NOT NULL THEN PERFORM forget('writer:' || OLD."authorId"); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "comments_written" AFTER INSERT ON "comments" FOR EACH ROW
  WHEN (NEW."status" = 'published') EXECUTE FUNCTION "writer_changed"();
CREATE TRIGGER "comments_rewritten" AFTER UPDATE ON "comments" FOR EACH ROW
  WHEN ((OLD."status" = 'published' OR NEW."status" = 'published')
    AND (OLD."status" <> NEW."status" OR OLD."html" <> NEW."html" OR OLD."authorId" IS DISTINCT FROM NEW."authorId" OR OLD."createdAt" <> NEW."createdAt"))
  EXECUTE FUNCTION "writer_changed"();
CREATE TRIGGER "comments_unwritten" AFTER DELETE ON "comments" FOR EACH ROW
  WHEN (OLD."status" = 'published') EXECUTE FUNCTION "writer_changed"();

-- What somebody wrote that everybody may read, newest first.
CREATE INDEX "comments_by_writer" ON "comments" ("authorId", "createdAt" DESC, "id" DESC) WHERE "status" = 'published';
