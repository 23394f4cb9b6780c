-- How far verifications of the whole chain of the audit came, so that they go on after a restart. number 0: an empty chain.
CREATE TABLE audit_checkpoint (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  began_at    timestamptz NOT NULL,
  number      bigint      NOT NULL CHECK (number >= 0),
  hash        bytea       NOT NULL CHECK (octet_length(hash) = 32),
  entries     bigint      NOT NULL CHECK (entries >= 0),
  verified_at timestamptz NOT NULL,
  is_end      boolean     NOT NULL
);

CREATE INDEX audit_checkpoint_ends ON audit_checkpoint (id) WHERE is_end;

CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON audit_checkpoint
  FOR EACH ROW EXECUTE FUNCTION audit_is_for_good();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_for_good();
