-- The public history of a comment shows the words that were published, never those that waited or were refused.
ALTER TABLE "comment_revisions" ADD COLUMN "status" "CommentStatus" NOT NULL DEFAULT 'pending';
UPDATE "comment_revisions" r SET "status" = 'published' FROM "events" e
  WHERE e."subject" = r."commentId" AND e."type" = 'comment.edited'
    AND e."data"->>'before' = 'published' AND (e."data"->>'revision')::int = r."revision" + 1;
