-- Screening: what was known of a comment when it was judged, the rules it was judged by, and rules tried on the past.

ALTER TABLE "comments" ADD COLUMN "screened" JSONB;

CREATE TYPE "RuleMode" AS ENUM ('live', 'shadow');

CREATE TABLE "rule_versions" (
  "number" INTEGER NOT NULL,
  "document" TEXT NOT NULL,
  "mode" "RuleMode" NOT NULL DEFAULT 'live',
  "why" TEXT NOT NULL DEFAULT '',
  "restored" INTEGER,
  "addresses" TEXT[] DEFAULT '{}',
  "byId" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "rule_versions_pkey" PRIMARY KEY ("number"),
  CONSTRAINT "rule_versions_number" CHECK ("number" >= 1),
  CONSTRAINT "rule_versions_document_length" CHECK (char_length("document") <= 2000000),
  CONSTRAINT "rule_versions_why_length" CHECK (char_length("why") <= 500),
  CONSTRAINT "rule_versions_byId_fkey" FOREIGN KEY ("byId") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "rule_versions_byId_idx" ON "rule_versions" ("byId");

-- Every version is kept as it was; only the name of whoever left may go.
CREATE TRIGGER "rule_versions_append_only" BEFORE UPDATE ON "rule_versions" FOR EACH ROW WHEN (
  (OLD."number", OLD."document", OLD."mode", OLD."why", OLD."at", OLD."addresses")
    IS DISTINCT FROM (NEW."number", NEW."document", NEW."mode", NEW."why", NEW."at", NEW."addresses")
  OR OLD."restored" IS DISTINCT FROM NEW."restored"
  OR (NEW."byId" IS NOT NULL AND OLD."byId" IS DISTINCT FROM NEW."byId")
) EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "rule_versions_stay" BEFORE DELETE ON "rule_versions" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

CREATE TABLE "playbacks" (
  "id" UUID NOT NULL,
  "document" TEXT NOT NULL,
  "byId" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "from" TIMESTAMPTZ(3) NOT NULL,
  "total" INTEGER NOT NULL DEFAULT 0,
  "done" INTEGER NOT NULL DEFAULT 0,
  "result" JSONB,
  "failed" TEXT,
  "finishedAt" TIMESTAMPTZ(3),
  CONSTRAINT "playbacks_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "playbacks_byId_fkey" FOREIGN KEY ("byId") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "playbacks_byId_idx" ON "playbacks" ("byId");
CREATE INDEX "playbacks_at_idx" ON "playbacks" ("at");

-- The past is read in the order in which it was written.
CREATE INDEX "comments_by_time" ON "comments" ("createdAt", "id");
