-- The decision by which an objection that was granted put things right.
ALTER TABLE "objections" ADD COLUMN "decisionId" UUID,
  ADD CONSTRAINT "objections_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX "objections_decisionId_key" ON "objections" ("decisionId");

-- Addresses of people without an account, to be erased in their time; and the reports that one decision answered.
CREATE INDEX "reports_to_forget" ON "reports" ("createdAt") WHERE "address" IS NOT NULL;
CREATE INDEX "reports_decisionId_idx" ON "reports" ("decisionId");
