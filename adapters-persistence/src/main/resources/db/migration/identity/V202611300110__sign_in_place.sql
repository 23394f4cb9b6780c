-- Places that an operator signed in from. place: an HMAC of the operator, the network and the family of the browser,
-- which cannot be undone without the service's keys. new_session: the session that was opened when the place was new,
-- until the operator was told.
CREATE TABLE sign_in_place (
  operator_id   uuid        NOT NULL REFERENCES operator ON DELETE CASCADE,
  place         bytea       NOT NULL CHECK (octet_length(place) = 32),
  first_seen_at timestamptz NOT NULL,
  seen_at       timestamptz NOT NULL,
  new_session   uuid,
  PRIMARY KEY (operator_id, place)
);

CREATE INDEX sign_in_place_new ON sign_in_place (new_session) WHERE new_session IS NOT NULL;
