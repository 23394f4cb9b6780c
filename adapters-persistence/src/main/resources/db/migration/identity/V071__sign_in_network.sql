-- Networks that an operator signed in from. network: an HMAC of the name and the network, which nobody can undo
-- without the service's keys.
CREATE TABLE sign_in_network (
  operator_id uuid        NOT NULL REFERENCES operator ON DELETE CASCADE,
  network     bytea       NOT NULL CHECK (octet_length(network) = 32),
  seen_at     timestamptz NOT NULL,
  PRIMARY KEY (operator_id, network)
);

CREATE INDEX sign_in_network_by_network ON sign_in_network (network);
