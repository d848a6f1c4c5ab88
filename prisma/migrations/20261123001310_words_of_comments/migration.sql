-- The words of comments, for moderators who search. Apart from the comments: a vote or a counter writes the row anew, with an entry in each of its indexes.

-- Chinese, Japanese, Thai and Korean characters are words each: a run of them has no spaces to part it at.
CREATE FUNCTION "comment_words"("words" text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.simple', regexp_replace("words", '([\u0E00-\u0E7F\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF])', ' \1 ', 'g'))
$$;

CREATE TABLE "comment_words" (
  "commentId" UUID NOT NULL,
  "words" tsvector NOT NULL,
  CONSTRAINT "comment_words_pkey" PRIMARY KEY ("commentId"),
  CONSTRAINT "comment_words_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

INSERT INTO "comment_words" ("commentId", "words") SELECT "id", comment_words("body") FROM "comments";

-- What is new is written down in the order of its coming, and sorted in by small portions, so that nobody who posts waits for a large one.
CREATE INDEX "comment_words_words_idx" ON "comment_words" USING gin ("words") WITH (gin_pending_list_limit = 256);

CREATE FUNCTION "keep_comment_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "comment_words" ("commentId", "words") VALUES (NEW."id", comment_words(NEW."body"))
  ON CONFLICT ("commentId") DO UPDATE SET "words" = EXCLUDED."words";
  RETURN NULL;
END $$;
CREATE TRIGGER "comments_keep_words" AFTER INSERT OR UPDATE OF "body" ON "comments" FOR EACH ROW EXECUTE FUNCTION "keep_comment_words"();

-- What the helper held has a list of its own; and the planner is told how many each step held.
CREATE INDEX "comments_held_by_helper" ON "comments" ("createdAt", "id") WHERE "status" = 'pending' AND held_steps("held") @> '{learned}';
CREATE STATISTICS "comments_held_steps" ON (held_steps("held")) FROM "comments";
ANALYZE "comments";
