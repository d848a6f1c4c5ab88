-- Which changes a page may show a second late, and what nobody hears of.
-- `more:{articleId}:{commentId}`: a comment came, or its replies were counted. `count:{articleId}`: only its comments were counted.
-- `article:…`: everything else. A comment that readers did not see before and do not see now is nobody's business.

CREATE OR REPLACE FUNCTION "comment_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."shown" THEN PERFORM forget('more:' || NEW."articleId" || ':' || NEW."id"); END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF OLD."shown" THEN PERFORM forget('article:' || OLD."articleId" || ':' || OLD."id"); END IF;
  ELSIF NOT (OLD."shown" OR NEW."shown") THEN
    RETURN NULL;
  ELSIF NOT OLD."shown" AND NEW."status" = 'published' THEN
    PERFORM forget('more:' || NEW."articleId" || ':' || NEW."id");
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

CREATE FUNCTION "comments_counted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget('count:' || NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "articles_counted" AFTER UPDATE ON "articles" FOR EACH ROW
  WHEN (OLD."commentCount" <> NEW."commentCount" AND OLD."updatedAt" = NEW."updatedAt" AND OLD."revision" = NEW."revision" AND OLD."status" = NEW."status" AND NEW."status" = 'published')
  EXECUTE FUNCTION "comments_counted"();

DROP TRIGGER "articles_forget" ON "articles";
CREATE TRIGGER "articles_forget" AFTER INSERT OR DELETE ON "articles"
  FOR EACH ROW EXECUTE FUNCTION "article_changed"();
CREATE TRIGGER "articles_changed" AFTER UPDATE ON "articles" FOR EACH ROW
  WHEN (NOT (OLD."commentCount" <> NEW."commentCount" AND OLD."updatedAt" = NEW."updatedAt" AND OLD."revision" = NEW."revision" AND OLD."status" = NEW."status" AND NEW."status" = 'published'))
  EXECUTE FUNCTION "article_changed"();
