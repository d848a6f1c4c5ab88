-- What must never be false, whoever writes.

ALTER TABLE "settings" ADD CONSTRAINT "settings_one_row" CHECK ("id" = 1);
INSERT INTO "settings" ("id") VALUES (1);

ALTER TABLE "accounts"
  ADD CONSTRAINT "accounts_email_lower" CHECK ("email" = lower("email") AND char_length("email") <= 254),
  ADD CONSTRAINT "accounts_handle_shape" CHECK ("handle" ~ '^[a-z0-9_-]{1,30}$'),
  ADD CONSTRAINT "accounts_name_length" CHECK (char_length("name") BETWEEN 1 AND 80),
  ADD CONSTRAINT "accounts_bio_length" CHECK (char_length("bio") <= 2000),
  ADD CONSTRAINT "accounts_published_count" CHECK ("publishedCount" >= 0);

ALTER TABLE "articles"
  ADD CONSTRAINT "articles_slug_length" CHECK (char_length("slug") BETWEEN 1 AND 100),
  ADD CONSTRAINT "articles_title_length" CHECK (char_length("title") BETWEEN 1 AND 200),
  ADD CONSTRAINT "articles_standfirst_length" CHECK (char_length("standfirst") <= 500),
  ADD CONSTRAINT "articles_body_length" CHECK (char_length("body") <= 200000),
  ADD CONSTRAINT "articles_section_length" CHECK (char_length("section") <= 50),
  ADD CONSTRAINT "articles_revision" CHECK ("revision" >= 1),
  ADD CONSTRAINT "articles_comment_count" CHECK ("commentCount" >= 0),
  ADD CONSTRAINT "articles_dated" CHECK ("status" NOT IN ('published', 'scheduled') OR "publishedAt" IS NOT NULL);

ALTER TABLE "tags" ADD CONSTRAINT "tags_name_length" CHECK (char_length("name") BETWEEN 1 AND 50);

ALTER TABLE "comments"
  ADD CONSTRAINT "comments_body_length" CHECK (char_length("body") <= 10000),
  ADD CONSTRAINT "comments_depth" CHECK (("parentId" IS NULL) = ("depth" = 0) AND "depth" >= 0),
  ADD CONSTRAINT "comments_not_under_itself" CHECK ("parentId" <> "id"),
  ADD CONSTRAINT "comments_revision" CHECK ("revision" >= 1),
  ADD CONSTRAINT "comments_counts" CHECK ("ups" >= 0 AND "downs" >= 0 AND "replyCount" >= 0 AND "openReports" >= 0),
  ADD CONSTRAINT "comments_score" CHECK ("score" = "ups" - "downs");

ALTER TABLE "votes" ADD CONSTRAINT "votes_value" CHECK ("value" IN (-1, 1));

ALTER TABLE "reports" ADD CONSTRAINT "reports_note_length" CHECK (char_length("note") <= 1000);

ALTER TABLE "decisions"
  ADD CONSTRAINT "decisions_note_length" CHECK (char_length("note") <= 2000),
  ADD CONSTRAINT "decisions_transition" CHECK (
    ("action", "fromStatus", "toStatus") IN (
      ('approve', 'pending', 'published'),
      ('approve', 'rejected', 'published'),
      ('reject', 'pending', 'rejected'),
      ('remove', 'published', 'removed'),
      ('restore', 'removed', 'published'),
      ('dismiss_reports', 'published', 'published')
    )
  );

-- The ways in which a thread and a queue are read.

CREATE INDEX "articles_search" ON "articles" USING gin ("search");
CREATE INDEX "comments_top_by_time" ON "comments" ("articleId", "createdAt", "id") WHERE "parentId" IS NULL AND "shown";
CREATE INDEX "comments_top_by_wilson" ON "comments" ("articleId", "wilson" DESC, "createdAt", "id") WHERE "parentId" IS NULL AND "shown";
CREATE INDEX "comments_replies_by_time" ON "comments" ("parentId", "createdAt", "id") WHERE "shown";
CREATE INDEX "comments_repeated" ON "comments" ("authorId", "bodyHash", "createdAt");
CREATE INDEX "comments_reported" ON "comments" ("createdAt", "id") WHERE "openReports" > 0 AND "status" = 'published';
CREATE INDEX "comments_by_parent" ON "comments" ("parentId");

-- Append-only: history is added to, never rewritten.

CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE ON "events"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

CREATE TRIGGER "decisions_append_only" BEFORE UPDATE ON "decisions"
  FOR EACH ROW WHEN (
    (OLD."id", OLD."commentId", OLD."revision", OLD."action", OLD."note", OLD."fromStatus", OLD."toStatus", OLD."at")
      IS DISTINCT FROM (NEW."id", NEW."commentId", NEW."revision", NEW."action", NEW."note", NEW."fromStatus", NEW."toStatus", NEW."at")
    OR OLD."reason" IS DISTINCT FROM NEW."reason"
    OR (NEW."moderatorId" IS NOT NULL AND OLD."moderatorId" IS DISTINCT FROM NEW."moderatorId")
  ) EXECUTE FUNCTION "refuse_rewriting"();

CREATE TRIGGER "decisions_stay" BEFORE DELETE ON "decisions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

-- One way to forget: whoever writes, every web process hears which pages showed the row.
-- The tags are those of lib/document.ts; `score:{articleId}` says that only votes changed.

CREATE FUNCTION "forget"(tag text) RETURNS void LANGUAGE sql AS $$ SELECT pg_notify('rejoinder', tag) $$;

CREATE FUNCTION "settings_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget('site');
  RETURN NULL;
END $$;
CREATE TRIGGER "settings_forget" AFTER INSERT OR UPDATE OR DELETE ON "settings"
  FOR EACH ROW EXECUTE FUNCTION "settings_changed"();

CREATE FUNCTION "account_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget('person:' || OLD."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "accounts_forget" AFTER UPDATE ON "accounts" FOR EACH ROW
  WHEN ((OLD."name", OLD."handle", OLD."bio", OLD."role", OLD."status") IS DISTINCT FROM (NEW."name", NEW."handle", NEW."bio", NEW."role", NEW."status")
    OR OLD."avatar" IS DISTINCT FROM NEW."avatar")
  EXECUTE FUNCTION "account_changed"();
CREATE TRIGGER "accounts_gone_forget" AFTER DELETE ON "accounts" FOR EACH ROW EXECUTE FUNCTION "account_changed"();

CREATE FUNCTION "article_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."status" IN ('published', 'scheduled') THEN PERFORM forget('articles'); END IF;
    RETURN NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN
    PERFORM forget('article:' || OLD."id");
    PERFORM forget('articles');
    RETURN NULL;
  END IF;
  IF NOT (OLD."status" IN ('published', 'scheduled') OR NEW."status" IN ('published', 'scheduled')) THEN RETURN NULL; END IF;
  PERFORM forget('article:' || NEW."id");
  IF (OLD."status", OLD."slug", OLD."title", OLD."standfirst", OLD."section", OLD."lang", OLD."publishedAt", OLD."correctedAt", OLD."pictureUrl", OLD."revision")
    IS DISTINCT FROM
     (NEW."status", NEW."slug", NEW."title", NEW."standfirst", NEW."section", NEW."lang", NEW."publishedAt", NEW."correctedAt", NEW."pictureUrl", NEW."revision")
  THEN PERFORM forget('articles'); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "articles_forget" AFTER INSERT OR UPDATE OR DELETE ON "articles"
  FOR EACH ROW EXECUTE FUNCTION "article_changed"();

CREATE FUNCTION "article_link_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget('article:' || coalesce(NEW."articleId", OLD."articleId"));
  PERFORM forget('articles');
  RETURN NULL;
END $$;
CREATE TRIGGER "article_authors_forget" AFTER INSERT OR UPDATE OR DELETE ON "article_authors"
  FOR EACH ROW EXECUTE FUNCTION "article_link_changed"();
CREATE TRIGGER "article_tags_forget" AFTER INSERT OR UPDATE OR DELETE ON "article_tags"
  FOR EACH ROW EXECUTE FUNCTION "article_link_changed"();

CREATE FUNCTION "tag_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget('tag:' || OLD."slug");
  PERFORM forget('articles');
  RETURN NULL;
END $$;
CREATE TRIGGER "tags_forget" AFTER UPDATE OR DELETE ON "tags" FOR EACH ROW EXECUTE FUNCTION "tag_changed"();

CREATE FUNCTION "comment_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."status" = 'published' THEN PERFORM forget('article:' || NEW."articleId"); END IF;
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM forget('article:' || OLD."articleId");
  ELSIF (OLD."status", OLD."html", OLD."body", OLD."replyCount", OLD."articleId", OLD."createdAt") IS DISTINCT FROM
        (NEW."status", NEW."html", NEW."body", NEW."replyCount", NEW."articleId", NEW."createdAt")
     OR OLD."authorId" IS DISTINCT FROM NEW."authorId" OR OLD."editedAt" IS DISTINCT FROM NEW."editedAt" THEN
    IF NEW."status" <> 'pending' OR OLD."status" <> 'pending' THEN PERFORM forget('article:' || NEW."articleId"); END IF;
  ELSIF (OLD."ups", OLD."downs", OLD."score") IS DISTINCT FROM (NEW."ups", NEW."downs", NEW."score") THEN
    PERFORM forget('score:' || NEW."articleId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "comments_forget" AFTER INSERT OR UPDATE OR DELETE ON "comments"
  FOR EACH ROW EXECUTE FUNCTION "comment_changed"();

CREATE FUNCTION "table_emptied"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget('all');
  RETURN NULL;
END $$;
CREATE TRIGGER "accounts_emptied" AFTER TRUNCATE ON "accounts" EXECUTE FUNCTION "table_emptied"();
CREATE TRIGGER "articles_emptied" AFTER TRUNCATE ON "articles" EXECUTE FUNCTION "table_emptied"();
CREATE TRIGGER "comments_emptied" AFTER TRUNCATE ON "comments" EXECUTE FUNCTION "table_emptied"();
