-- When somebody was told, beside when it happened: an inbox that is ordered by it grows at its top only, so what was shown of it can be said by a moment.

ALTER TABLE "notifications" ADD COLUMN "toldAt" TIMESTAMPTZ(3);
UPDATE "notifications" SET "toldAt" = "at";
ALTER TABLE "notifications" ALTER COLUMN "toldAt" SET DEFAULT CURRENT_TIMESTAMP, ALTER COLUMN "toldAt" SET NOT NULL;

DROP INDEX "notifications_accountId_at_id_idx";
CREATE INDEX "notifications_accountId_toldAt_id_idx" ON "notifications" ("accountId", "toldAt" DESC, "id" DESC);

-- What was read, or turned off, before its letter stays unmailed for ever: the daily letters look at the latest alone.
DROP INDEX "notifications_for_the_digest";
CREATE INDEX "notifications_for_the_digest" ON "notifications" ("toldAt") WHERE "delivery" = 'daily' AND "mailedAt" IS NULL;
