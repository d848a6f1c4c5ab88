-- The front page looks for the picks of thirty days.
CREATE INDEX "picks_at_idx" ON "picks" ("at");
