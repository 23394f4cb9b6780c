-- A removed operator stays for a while as an id and a generation, so that its tokens are refused everywhere.
-- raised_at: by this server's clock; NULL while the generation is the first.
CREATE TABLE operator (
  id              uuid               PRIMARY KEY,
  version         bigint             NOT NULL CHECK (version > 0),
  status          text COLLATE "C"   NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED', 'REMOVED')),
  name            text COLLATE "C"   CHECK (char_length(name) BETWEEN 1 AND 200),
  email           text COLLATE "C"   CONSTRAINT operator_email_is_unique UNIQUE
                                     CHECK (char_length(email) BETWEEN 3 AND 254),
  roles           text[] COLLATE "C" NOT NULL CHECK (cardinality(roles) > 0),
  password_hash   text COLLATE "C",
  created_at      timestamptz        NOT NULL,
  last_sign_in_at timestamptz,
  generation      bigint             NOT NULL CHECK (generation > 0),
  raised_at       timestamptz,
  CHECK ((status = 'REMOVED') = (name IS NULL)),
  CHECK ((status = 'REMOVED') = (email IS NULL)),
  CHECK ((status = 'REMOVED') = (password_hash IS NULL))
);

CREATE INDEX operator_by_raising ON operator (raised_at) WHERE raised_at IS NOT NULL;

-- token: SHA-256 of the one that is good. ended_at: by this server's clock.
CREATE TABLE session (
  id           uuid        PRIMARY KEY,
  operator_id  uuid        NOT NULL REFERENCES operator,
  opened_at    timestamptz NOT NULL,
  refreshed_at timestamptz NOT NULL,
  token        bytea       NOT NULL CONSTRAINT session_token_is_unique UNIQUE CHECK (octet_length(token) = 32),
  ended_at     timestamptz
);

CREATE INDEX session_of_operator ON session (operator_id);
CREATE INDEX session_by_end ON session (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX session_by_refresh ON session (refreshed_at);

-- Tokens that were given for another: whoever comes with one again has copied it, or was copied.
CREATE TABLE session_token_used (
  token      bytea PRIMARY KEY,
  session_id uuid  NOT NULL REFERENCES session ON DELETE CASCADE
);

CREATE INDEX session_token_used_of_session ON session_token_used (session_id);

-- secret: its SHA-256. A name is NULL once the account is erased. revoked_at: by this server's clock.
CREATE TABLE api_key (
  id           uuid               PRIMARY KEY,
  name         text COLLATE "C"   CHECK (char_length(name) BETWEEN 1 AND 200),
  roles        text[] COLLATE "C" NOT NULL CHECK (cardinality(roles) > 0),
  account_id   uuid,
  prefix       text COLLATE "C"   NOT NULL,
  secret       bytea              NOT NULL CONSTRAINT api_key_secret_is_unique UNIQUE CHECK (octet_length(secret) = 32),
  created_at   timestamptz        NOT NULL,
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  CHECK (name IS NOT NULL OR revoked_at IS NOT NULL)
);

CREATE INDEX api_key_of_account ON api_key (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX api_key_by_revocation ON api_key (revoked_at) WHERE revoked_at IS NOT NULL;
