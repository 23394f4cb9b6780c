CREATE TABLE account_note (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  author text NOT NULL,
  written_at timestamptz NOT NULL,
  sealed bytea NOT NULL -- the text, under the key of the account
);

CREATE INDEX account_note_of_account ON account_note (account_id, id);

CREATE TABLE account_owner (
  account_id uuid PRIMARY KEY,
  operator_id uuid, -- NULL once the owner was released
  since timestamptz,
  version bigint NOT NULL,
  CHECK ((operator_id IS NULL) = (since IS NULL))
);
