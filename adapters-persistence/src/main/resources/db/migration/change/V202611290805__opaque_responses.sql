-- A stored response is bytes with a media type: the HTTP adapter encodes and decodes them. Responses that
-- are stored already become bytes of this encoding.
ALTER TABLE kept_answer ADD COLUMN media_type text COLLATE "C", ADD COLUMN response bytea;

UPDATE kept_answer
SET media_type = 'message/http',
  response = convert_to(
    'HTTP/1.1 ' || status || E' \r\n' || coalesce('Location: ' || location || E'\r\n', '')
      || coalesce('ETag: ' || tag || E'\r\n', '') || E'\r\n' || body,
    'UTF8')
WHERE body IS NOT NULL;

-- The check of hash and body goes with the column.
ALTER TABLE kept_answer
  DROP COLUMN status,
  DROP COLUMN location,
  DROP COLUMN tag,
  DROP COLUMN body,
  ADD CHECK ((body_hash IS NULL) = (response IS NULL)),
  ADD CHECK ((media_type IS NULL) = (response IS NULL));
