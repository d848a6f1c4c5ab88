-- Moderation: undoing, claims, measures against people, statements of reasons, objections, reports from outside.

-- Taken back by whoever decided, before anybody was told.
CREATE TABLE "undone_decisions" (
  "decisionId" UUID NOT NULL,
  "byId" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "undone_decisions_pkey" PRIMARY KEY ("decisionId"),
  CONSTRAINT "undone_decisions_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decisions"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "undone_decisions_byId_fkey" FOREIGN KEY ("byId") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "undone_decisions_byId_idx" ON "undone_decisions" ("byId");
CREATE TRIGGER "undone_decisions_stay" BEFORE DELETE ON "undone_decisions" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

-- Who is looking at what waits.
CREATE TABLE "claims" (
  "commentId" UUID NOT NULL,
  "moderatorId" UUID NOT NULL,
  "until" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "claims_pkey" PRIMARY KEY ("commentId"),
  CONSTRAINT "claims_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "claims_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "claims_moderatorId_idx" ON "claims" ("moderatorId");
CREATE INDEX "claims_until_idx" ON "claims" ("until");

-- The queue by article, by person and by why something waits.
CREATE INDEX "comments_articleId_status_createdAt_id_idx" ON "comments" ("articleId", "status", "createdAt", "id");
CREATE INDEX "comments_authorId_status_createdAt_id_idx" ON "comments" ("authorId", "status", "createdAt", "id");
CREATE FUNCTION "held_steps"("held" jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT "each"->>'step'), '{}') FROM jsonb_array_elements("held") AS "each" WHERE "each"->>'shadow' IS NULL
$$;
CREATE INDEX "comments_held_for" ON "comments" USING gin ("held_steps"("held")) WHERE "status" = 'pending';

-- What is done to a person: one open measure of a kind at a time.
CREATE TYPE "SanctionKind" AS ENUM ('warn', 'hold', 'suspend', 'ban');
CREATE TABLE "sanctions" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "kind" "SanctionKind" NOT NULL,
  "reason" "ReportReason" NOT NULL,
  "message" TEXT NOT NULL DEFAULT '',
  "byId" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "until" TIMESTAMPTZ(3),
  "endedAt" TIMESTAMPTZ(3),
  "endedById" UUID,
  CONSTRAINT "sanctions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "sanctions_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "sanctions_byId_fkey" FOREIGN KEY ("byId") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "sanctions_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "sanctions_message_length" CHECK (char_length("message") <= 2000),
  CONSTRAINT "sanctions_not_oneself" CHECK ("byId" IS NULL OR "byId" <> "accountId"),
  CONSTRAINT "sanctions_time" CHECK ("until" IS NULL OR ("until" > "at" AND "kind" IN ('hold', 'suspend'))),
  CONSTRAINT "sanctions_end" CHECK ("endedAt" IS NULL OR "endedAt" >= "at")
);
CREATE INDEX "sanctions_accountId_at_idx" ON "sanctions" ("accountId", "at" DESC);
CREATE INDEX "sanctions_byId_idx" ON "sanctions" ("byId");
CREATE INDEX "sanctions_endedById_idx" ON "sanctions" ("endedById");
CREATE UNIQUE INDEX "sanctions_one_open" ON "sanctions" ("accountId", "kind") WHERE "endedAt" IS NULL AND "kind" <> 'warn';
CREATE INDEX "sanctions_ending" ON "sanctions" ("until") WHERE "endedAt" IS NULL AND "until" IS NOT NULL;

-- What posting must know without a look at the measures: until when comments wait or none are taken; infinity where no end was set.
ALTER TABLE "accounts" ADD COLUMN "heldUntil" TIMESTAMPTZ(3), ADD COLUMN "suspendedUntil" TIMESTAMPTZ(3);

-- What the team writes down about a person; read by moderators only.
CREATE TABLE "account_notes" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "byId" UUID,
  "note" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "account_notes_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "account_notes_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "account_notes_byId_fkey" FOREIGN KEY ("byId") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "account_notes_length" CHECK (char_length("note") BETWEEN 1 AND 2000)
);
CREATE INDEX "account_notes_accountId_at_idx" ON "account_notes" ("accountId", "at" DESC);
CREATE INDEX "account_notes_byId_idx" ON "account_notes" ("byId");

-- A name that somebody gave up.
CREATE TABLE "old_names" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "old_names_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "old_names_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "old_names_accountId_until_idx" ON "old_names" ("accountId", "until" DESC);

-- Whoever comes from there is not taken: a domain of mail, or a range of addresses (CIDR).
CREATE TYPE "BarKind" AS ENUM ('mail_domain', 'network');
CREATE TABLE "bars" (
  "id" UUID NOT NULL,
  "kind" "BarKind" NOT NULL,
  "value" TEXT NOT NULL,
  "reason" "ReportReason" NOT NULL,
  "message" TEXT NOT NULL DEFAULT '',
  "byId" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "until" TIMESTAMPTZ(3),
  "endedAt" TIMESTAMPTZ(3),
  "endedById" UUID,
  CONSTRAINT "bars_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "bars_byId_fkey" FOREIGN KEY ("byId") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "bars_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "bars_value_length" CHECK (char_length("value") BETWEEN 1 AND 253),
  CONSTRAINT "bars_message_length" CHECK (char_length("message") <= 2000),
  CONSTRAINT "bars_network" CHECK ("kind" <> 'network' OR "value"::cidr IS NOT NULL)
);
CREATE UNIQUE INDEX "bars_one_open" ON "bars" ("kind", "value") WHERE "endedAt" IS NULL;
CREATE INDEX "bars_byId_idx" ON "bars" ("byId");
CREATE INDEX "bars_endedById_idx" ON "bars" ("endedById");

-- Whence somebody signed in, no finer than /24 and /48: what a range is barred by. Gone with the session.
ALTER TABLE "sessions" ADD COLUMN "network" TEXT;

-- How many good comments lift a reader to which level.
ALTER TABLE "settings" ADD COLUMN "trust" JSONB NOT NULL DEFAULT '{}';

-- Statements of reasons (EU 2022/2065 art. 17): written with the restriction, read from `tellsAt` on.
CREATE TYPE "Measure" AS ENUM ('comment_rejected', 'comment_removed', 'warned', 'comments_held', 'suspended', 'banned');
CREATE TYPE "Ground" AS ENUM ('rule', 'law');
CREATE TYPE "Means" AS ENUM ('moderator', 'report', 'rules', 'helper');
CREATE TABLE "statements" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "commentId" UUID,
  "decisionId" UUID,
  "sanctionId" UUID,
  "measure" "Measure" NOT NULL,
  "ground" "Ground" NOT NULL DEFAULT 'rule',
  "reason" "ReportReason" NOT NULL,
  "facts" TEXT NOT NULL DEFAULT '',
  "foundBy" "Means" NOT NULL DEFAULT 'moderator',
  "automated" BOOLEAN NOT NULL DEFAULT false,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "tellsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "withdrawnAt" TIMESTAMPTZ(3),
  CONSTRAINT "statements_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "statements_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "statements_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "statements_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decisions"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "statements_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "sanctions"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "statements_of_one" CHECK (("decisionId" IS NULL) <> ("sanctionId" IS NULL)),
  CONSTRAINT "statements_facts_length" CHECK (char_length("facts") <= 2000)
);
CREATE UNIQUE INDEX "statements_decisionId_key" ON "statements" ("decisionId");
CREATE UNIQUE INDEX "statements_sanctionId_key" ON "statements" ("sanctionId");
CREATE INDEX "statements_accountId_at_idx" ON "statements" ("accountId", "at" DESC);
CREATE INDEX "statements_commentId_idx" ON "statements" ("commentId");

-- Objections: one to a statement, answered by another than who decided.
CREATE TYPE "ObjectionStatus" AS ENUM ('open', 'granted', 'refused');
CREATE TABLE "objections" (
  "id" UUID NOT NULL,
  "statementId" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "words" TEXT NOT NULL DEFAULT '',
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "status" "ObjectionStatus" NOT NULL DEFAULT 'open',
  "decidedById" UUID,
  "handledById" UUID,
  "answer" TEXT NOT NULL DEFAULT '',
  "answeredAt" TIMESTAMPTZ(3),
  CONSTRAINT "objections_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "objections_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "statements"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "objections_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "objections_handledById_fkey" FOREIGN KEY ("handledById") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "objections_words_length" CHECK (char_length("words") <= 2000),
  CONSTRAINT "objections_answer_length" CHECK (char_length("answer") <= 2000),
  CONSTRAINT "objections_answered" CHECK (("status" = 'open') = ("answeredAt" IS NULL)),
  CONSTRAINT "objections_another" CHECK ("handledById" IS NULL OR ("handledById" <> "accountId" AND "handledById" IS DISTINCT FROM "decidedById"))
);
CREATE UNIQUE INDEX "objections_statementId_key" ON "objections" ("statementId");
CREATE INDEX "objections_status_at_id_idx" ON "objections" ("status", "at", "id");
CREATE INDEX "objections_accountId_idx" ON "objections" ("accountId");
CREATE INDEX "objections_handledById_idx" ON "objections" ("handledById");

-- Who decided is read from the decision itself, never believed.
CREATE FUNCTION "objection_decided_by"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(d."moderatorId", m."byId") INTO NEW."decidedById"
  FROM "statements" s LEFT JOIN "decisions" d ON d."id" = s."decisionId" LEFT JOIN "sanctions" m ON m."id" = s."sanctionId"
  WHERE s."id" = NEW."statementId";
  RETURN NEW;
END $$;
CREATE TRIGGER "objections_decided_by" BEFORE INSERT ON "objections" FOR EACH ROW EXECUTE FUNCTION "objection_decided_by"();
CREATE TRIGGER "objections_decided_by_stays" BEFORE UPDATE ON "objections" FOR EACH ROW
  WHEN (OLD."decidedById" IS DISTINCT FROM NEW."decidedById" OR OLD."statementId" <> NEW."statementId" OR OLD."accountId" <> NEW."accountId")
  EXECUTE FUNCTION "refuse_rewriting"();

-- Reports by people without an account: an address to answer to, a category of law.
CREATE TYPE "LegalCategory" AS ENUM (
  'unsafe_goods', 'animal_welfare', 'data_protection', 'illegal_speech', 'intellectual_property', 'elections', 'violence_against_women',
  'minors', 'public_security', 'fraud', 'self_harm', 'defamation', 'other_law'
);
ALTER TABLE "reports" ADD COLUMN "address" TEXT, ADD COLUMN "name" TEXT NOT NULL DEFAULT '', ADD COLUMN "category" "LegalCategory",
  ADD CONSTRAINT "reports_address_length" CHECK (char_length("address") <= 254),
  ADD CONSTRAINT "reports_name_length" CHECK (char_length("name") <= 80);
CREATE UNIQUE INDEX "reports_commentId_address_key" ON "reports" ("commentId", "address") WHERE "address" IS NOT NULL;

-- What somebody is told besides: what became of their report, of a measure against them, of their objection.
ALTER TYPE "NotificationKind" ADD VALUE 'report';
ALTER TYPE "NotificationKind" ADD VALUE 'sanction';
ALTER TYPE "NotificationKind" ADD VALUE 'objection';
ALTER TABLE "notifications" ADD COLUMN "statementId" UUID,
  ADD CONSTRAINT "notifications_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "statements"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "notifications_statementId_idx" ON "notifications" ("statementId");

-- The chained log hears of what restricts, of what was asked and answered, and of what a machine held.
CREATE OR REPLACE FUNCTION "is_logged"(type text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT type IN (
    'comment.decided', 'comment.decision_undone', 'comment.held', 'comment.picked', 'comment.unpicked', 'comment.pinned', 'comment.unpinned',
    'comment.reported', 'account.role_changed', 'account.status_changed', 'account.sanctioned', 'account.sanction_ended',
    'bar.raised', 'bar.lifted', 'statement.issued', 'objection.made', 'objection.answered', 'settings.changed', 'rules.changed'
  )
$$;
