-- Refused sign-ins of unknown names, counted until the minute is over and they become entries of the audit.
CREATE TABLE refused_sign_in (
  minute  timestamptz      NOT NULL CHECK (date_trunc('minute', minute) = minute),
  network text COLLATE "C" NOT NULL CHECK (char_length(network) BETWEEN 1 AND 64),
  count   bigint           NOT NULL CHECK (count > 0),
  PRIMARY KEY (minute, network)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.1);
