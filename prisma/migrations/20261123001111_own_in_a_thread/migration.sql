-- What is one's own in a thread, and whether those whom one ignores are heard in it, for people who wrote thousands elsewhere.
CREATE INDEX "comments_articleId_authorId_createdAt_idx" ON "comments" ("articleId", "authorId", "createdAt" DESC);
