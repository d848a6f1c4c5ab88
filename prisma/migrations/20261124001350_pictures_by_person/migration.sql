-- An export asks for the pictures of one person, in their order.
CREATE INDEX "pictures_createdBy_createdAt_hash_idx" ON "pictures" ("createdBy", "createdAt", "hash");
