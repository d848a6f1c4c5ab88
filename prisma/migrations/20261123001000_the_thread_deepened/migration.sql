-- The thread: what divides its readers, what is picked and pinned, who is named.

ALTER TABLE "comments" ADD COLUMN "controversy" DOUBLE PRECISION GENERATED ALWAYS AS (
  CASE WHEN "ups" = 0 OR "downs" = 0 THEN 0
  ELSE power(("ups" + "downs")::float8, least("ups", "downs")::float8 / greatest("ups", "downs")) END
) STORED;
CREATE INDEX "comments_top_by_controversy" ON "comments" ("articleId", "controversy" DESC, "createdAt" DESC, "id" DESC)
  WHERE "parentId" IS NULL AND "shown";

CREATE TABLE "picks" (
  "commentId" UUID NOT NULL,
  "pickedById" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "picks_pkey" PRIMARY KEY ("commentId"),
  CONSTRAINT "picks_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "picks_pickedById_fkey" FOREIGN KEY ("pickedById") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "picks_pickedById_idx" ON "picks" ("pickedById");

-- One pinned comment an article, and it stands under that article.
CREATE TABLE "pins" (
  "articleId" UUID NOT NULL,
  "commentId" UUID NOT NULL,
  "pinnedById" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "pins_pkey" PRIMARY KEY ("articleId"),
  CONSTRAINT "pins_commentId_articleId_fkey" FOREIGN KEY ("commentId", "articleId") REFERENCES "comments"("id", "articleId") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "pins_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "pins_pinnedById_fkey" FOREIGN KEY ("pinnedById") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "pins_commentId_articleId_key" ON "pins" ("commentId", "articleId");
CREATE INDEX "pins_pinnedById_idx" ON "pins" ("pinnedById");

CREATE TABLE "mentions" (
  "commentId" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  CONSTRAINT "mentions_pkey" PRIMARY KEY ("commentId", "accountId"),
  CONSTRAINT "mentions_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "mentions_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "mentions_accountId_idx" ON "mentions" ("accountId");

CREATE TYPE "Voting" AS ENUM ('up_and_down', 'up_only');
ALTER TABLE "settings" ADD COLUMN "voting" "Voting" NOT NULL DEFAULT 'up_and_down';

-- People: whom one follows, whom one ignores, who left.

ALTER TYPE "AccountStatus" ADD VALUE 'closed';

CREATE TABLE "thread_follows" (
  "accountId" UUID NOT NULL,
  "articleId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "thread_follows_pkey" PRIMARY KEY ("accountId", "articleId"),
  CONSTRAINT "thread_follows_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "thread_follows_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "thread_follows_articleId_idx" ON "thread_follows" ("articleId");

CREATE TABLE "person_follows" (
  "accountId" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "person_follows_pkey" PRIMARY KEY ("accountId", "personId"),
  CONSTRAINT "person_follows_not_oneself" CHECK ("accountId" <> "personId"),
  CONSTRAINT "person_follows_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "person_follows_personId_fkey" FOREIGN KEY ("personId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "person_follows_personId_idx" ON "person_follows" ("personId");

CREATE TABLE "ignores" (
  "accountId" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ignores_pkey" PRIMARY KEY ("accountId", "personId"),
  CONSTRAINT "ignores_not_oneself" CHECK ("accountId" <> "personId"),
  CONSTRAINT "ignores_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "ignores_personId_fkey" FOREIGN KEY ("personId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ignores_personId_idx" ON "ignores" ("personId");

-- Notifications: at most one for each event and person.

CREATE TYPE "NotificationKind" AS ENUM ('reply', 'mention', 'decision', 'pick', 'followed_thread', 'followed_person');
CREATE TYPE "Delivery" AS ENUM ('at_once', 'daily', 'never');

CREATE TABLE "notifications" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "kind" "NotificationKind" NOT NULL,
  "eventId" UUID NOT NULL,
  "commentId" UUID,
  "actorId" UUID,
  "delivery" "Delivery" NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "readAt" TIMESTAMPTZ(3),
  "mailedAt" TIMESTAMPTZ(3),
  CONSTRAINT "notifications_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "notifications_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "notifications_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "notifications_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "notifications_accountId_eventId_key" ON "notifications" ("accountId", "eventId");
CREATE INDEX "notifications_accountId_at_id_idx" ON "notifications" ("accountId", "at" DESC, "id" DESC);
CREATE INDEX "notifications_commentId_idx" ON "notifications" ("commentId");
CREATE INDEX "notifications_actorId_idx" ON "notifications" ("actorId");
CREATE INDEX "notifications_unread" ON "notifications" ("accountId") WHERE "readAt" IS NULL;
CREATE INDEX "notifications_for_the_digest" ON "notifications" ("accountId", "at") WHERE "delivery" = 'daily' AND "mailedAt" IS NULL;

CREATE TABLE "notification_settings" (
  "accountId" UUID NOT NULL,
  "kind" "NotificationKind" NOT NULL,
  "delivery" "Delivery" NOT NULL,
  CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("accountId", "kind"),
  CONSTRAINT "notification_settings_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Claimed just before its last line goes out: no message is sent twice, however often its job is tried.
CREATE TABLE "sent_mails" (
  "messageId" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "sent_mails_pkey" PRIMARY KEY ("messageId")
);
CREATE INDEX "sent_mails_at_idx" ON "sent_mails" ("at");

-- Which comment changed travels with the tag: `article:{articleId}:{commentId}`, `score:{articleId}:{commentId}`.

CREATE OR REPLACE FUNCTION "comment_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."status" = 'published' THEN PERFORM forget('article:' || NEW."articleId" || ':' || NEW."id"); END IF;
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM forget('article:' || OLD."articleId" || ':' || OLD."id");
  ELSIF (OLD."status", OLD."html", OLD."body", OLD."replyCount", OLD."articleId", OLD."createdAt") IS DISTINCT FROM
        (NEW."status", NEW."html", NEW."body", NEW."replyCount", NEW."articleId", NEW."createdAt")
     OR OLD."authorId" IS DISTINCT FROM NEW."authorId" OR OLD."editedAt" IS DISTINCT FROM NEW."editedAt" THEN
    IF NEW."status" <> 'pending' OR OLD."status" <> 'pending' THEN PERFORM forget('article:' || NEW."articleId" || ':' || NEW."id"); END IF;
  ELSIF (OLD."ups", OLD."downs", OLD."score") IS DISTINCT FROM (NEW."ups", NEW."downs", NEW."score") THEN
    PERFORM forget('score:' || NEW."articleId" || ':' || NEW."id");
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "pick_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget('article:' || c."articleId" || ':' || c."id") FROM "comments" c WHERE c."id" = coalesce(NEW."commentId", OLD."commentId");
  RETURN NULL;
END $$;
CREATE TRIGGER "picks_forget" AFTER INSERT OR UPDATE OR DELETE ON "picks" FOR EACH ROW EXECUTE FUNCTION "pick_changed"();

CREATE FUNCTION "pin_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget('article:' || coalesce(NEW."articleId", OLD."articleId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "pins_forget" AFTER INSERT OR UPDATE OR DELETE ON "pins" FOR EACH ROW EXECUTE FUNCTION "pin_changed"();
