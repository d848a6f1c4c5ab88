-- An export asks for what one person did, in its order.
CREATE INDEX "events_actorId_at_id_idx" ON "events" ("actorId", "at", "id");
