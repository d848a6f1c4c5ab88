-- Among comments of the same standing the newest comes first, so that what was just posted is on the first page of a long thread.
DROP INDEX "comments_top_by_wilson";
CREATE INDEX "comments_top_by_wilson" ON "comments" ("articleId", "wilson" DESC, "createdAt" DESC, "id" DESC) WHERE "parentId" IS NULL AND "shown";
