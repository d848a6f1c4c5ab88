-- Open pages are told apart what came and whose replies were counted: `came:{articleId}:{commentId}` and `more:{articleId}:{commentId}`. Both may lag.
CREATE OR REPLACE FUNCTION "comment_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."shown" THEN PERFORM forget('came:' || NEW."articleId" || ':' || NEW."id"); END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF OLD."shown" THEN PERFORM forget('article:' || OLD."articleId" || ':' || OLD."id"); END IF;
  ELSIF NOT (OLD."shown" OR NEW."shown") THEN
    RETURN NULL;
  ELSIF NOT OLD."shown" AND NEW."status" = 'published' THEN
    PERFORM forget('came:' || NEW."articleId" || ':' || NEW."id");
  ELSIF (OLD."status", OLD."shown", OLD."html", OLD."body", OLD."articleId", OLD."createdAt") IS DISTINCT FROM
        (NEW."status", NEW."shown", NEW."html", NEW."body", NEW."articleId", NEW."createdAt")
     OR OLD."authorId" IS DISTINCT FROM NEW."authorId" OR OLD."editedAt" IS DISTINCT FROM NEW."editedAt" THEN
    PERFORM forget('article:' || NEW."articleId" || ':' || NEW."id");
  ELSIF OLD."replyCount" <> NEW."replyCount" THEN
    PERFORM forget('more:' || NEW."articleId" || ':' || NEW."id");
  ELSIF (OLD."ups", OLD."downs", OLD."score") IS DISTINCT FROM (NEW."ups", NEW."downs", NEW."score") THEN
    PERFORM forget('score:' || NEW."articleId" || ':' || NEW."id");
  END IF;
  RETURN NULL;
END $$;
