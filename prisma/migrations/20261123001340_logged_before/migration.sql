-- What the log now tells of and happened before it did (readers' reports) is appended, in its order, so that no such act lacks an entry.
DO $$
DECLARE
  happened events;
BEGIN
  FOR happened IN
    SELECT e.* FROM events e WHERE is_logged(e."type") AND NOT EXISTS (SELECT 1 FROM log_entries l WHERE l."eventId" = e."id")
    ORDER BY e."at", e."id"
  LOOP
    PERFORM append_to_log(happened);
  END LOOP;
END $$;
