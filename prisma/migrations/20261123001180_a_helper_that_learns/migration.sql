-- The helper: what it learned from decisions, how it scored decisions before it learned them, and the scores of what waits.

CREATE TYPE "HelperLeave" AS ENUM ('shadow', 'order', 'hold');

CREATE TABLE "learned_models" (
  "number" INTEGER NOT NULL,
  "bytes" BYTEA,
  "decisions" INTEGER NOT NULL,
  "bad" INTEGER NOT NULL,
  "learnedUntil" TIMESTAMPTZ(3) NOT NULL,
  "milliseconds" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "learned_models_pkey" PRIMARY KEY ("number"),
  CONSTRAINT "learned_models_number" CHECK ("number" >= 1),
  CONSTRAINT "learned_models_of_both_kinds" CHECK ("bad" > 0 AND "bad" < "decisions")
);

CREATE TABLE "learned_trials" (
  "commentId" UUID NOT NULL,
  "model" INTEGER NOT NULL,
  "score" REAL NOT NULL,
  "bad" BOOLEAN NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "learned_trials_pkey" PRIMARY KEY ("commentId"),
  CONSTRAINT "learned_trials_score" CHECK ("score" >= 0 AND "score" <= 1),
  CONSTRAINT "learned_trials_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "learned_trials_at_idx" ON "learned_trials" ("at" DESC);

CREATE TABLE "learned_scores" (
  "commentId" UUID NOT NULL,
  "model" INTEGER NOT NULL,
  "score" REAL NOT NULL,
  CONSTRAINT "learned_scores_pkey" PRIMARY KEY ("commentId"),
  CONSTRAINT "learned_scores_score" CHECK ("score" >= 0 AND "score" <= 1),
  CONSTRAINT "learned_scores_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "learned_scores_score_commentId_idx" ON "learned_scores" ("score" DESC, "commentId" DESC);

CREATE TABLE "helper_settings" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "leave" "HelperLeave" NOT NULL DEFAULT 'order',
  "precision" DOUBLE PRECISION NOT NULL DEFAULT 0.95,
  "holdsFrom" DOUBLE PRECISION,
  "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "helper_settings_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "helper_settings_one" CHECK ("id" = 1),
  CONSTRAINT "helper_settings_precision" CHECK ("precision" >= 0.5 AND "precision" <= 0.999),
  CONSTRAINT "helper_settings_holds_from" CHECK ("holdsFrom" >= 0 AND "holdsFrom" <= 1)
);
INSERT INTO "helper_settings" DEFAULT VALUES;

-- Every process scores by the newest model and by what it may: it hears of both.
CREATE FUNCTION "helper_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget('helper');
  RETURN NULL;
END $$;
CREATE TRIGGER "learned_models_told" AFTER INSERT ON "learned_models" FOR EACH ROW EXECUTE FUNCTION "helper_changed"();
CREATE TRIGGER "helper_settings_told" AFTER INSERT OR UPDATE ON "helper_settings" FOR EACH ROW EXECUTE FUNCTION "helper_changed"();

-- What waits is ordered by the score that it was given when it came; the rest is scored by a job.
CREATE FUNCTION "score_of_waiting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "learned_scores" ("commentId", "model", "score")
  VALUES (NEW."id", (NEW."screened"->'helper'->>'model')::int, (NEW."screened"->'helper'->>'score')::real)
  ON CONFLICT ("commentId") DO UPDATE SET "model" = EXCLUDED."model", "score" = EXCLUDED."score";
  RETURN NULL;
END $$;
CREATE TRIGGER "comments_scored" AFTER INSERT OR UPDATE OF "screened" ON "comments" FOR EACH ROW
  WHEN (NEW."status" = 'pending' AND NEW."screened" ? 'helper') EXECUTE FUNCTION "score_of_waiting"();
