-- A word in an address, or in what looks like a tag, is found as well: every mark of ASCII parts words, as in what is sought (lib/moderation/listing.ts).
CREATE OR REPLACE FUNCTION "comment_words"("words" text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.simple', regexp_replace(
    translate("words", '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', '                                '),
    '([\u0E00-\u0E7F\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF])', ' \1 ', 'g'))
$$;
UPDATE "comment_words" w SET "words" = comment_words(c."body") FROM "comments" c WHERE c."id" = w."commentId";
