-- Measures against people, and bars.

-- Every process refuses by the bars that stand: it hears of each change.
CREATE FUNCTION "bars_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget('bars');
  RETURN NULL;
END $$;
CREATE TRIGGER "bars_told" AFTER INSERT OR UPDATE OR DELETE ON "bars" FOR EACH STATEMENT EXECUTE FUNCTION "bars_changed"();

-- Whoever was suspended or banned before measures had rows: an open one each, so that it can be ended and shown like any other.
INSERT INTO "sanctions" ("id", "accountId", "kind", "reason", "byId", "at")
SELECT gen_random_uuid(), a."id", CASE a."status" WHEN 'banned' THEN 'ban' ELSE 'suspend' END::"SanctionKind", 'other',
  CASE WHEN e."actorId" <> a."id" THEN e."actorId" END, coalesce(e."at", a."updatedAt")
FROM "accounts" a LEFT JOIN LATERAL (
  SELECT e."at", w."id" AS "actorId" FROM "events" e LEFT JOIN "accounts" w ON w."id" = e."actorId"
  WHERE e."subject" = a."id" AND e."type" = 'account.status_changed' ORDER BY e."at" DESC LIMIT 1
) e ON true
WHERE a."status" IN ('suspended', 'banned');
