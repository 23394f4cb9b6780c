-- What is personal goes for good; the id stays, closed, with the time at which it was erased.
ALTER TABLE account
  ADD COLUMN erased_at timestamptz,
  ALTER COLUMN name DROP NOT NULL,
  ALTER COLUMN name_folded DROP NOT NULL,
  ALTER COLUMN email DROP NOT NULL,
  ALTER COLUMN email_folded DROP NOT NULL,
  ALTER COLUMN search DROP NOT NULL,
  ALTER COLUMN metadata DROP NOT NULL,
  ADD CONSTRAINT account_is_whole_or_erased CHECK (
    CASE WHEN erased_at IS NULL
      THEN num_nulls(name, name_folded, email, email_folded, search, metadata) = 0
      ELSE status = 'CLOSED'
        AND num_nonnulls(name, name_folded, email, email_folded, search, tax_country, tax_value, metadata) = 0
    END);

-- Lists never come by an erased account.
DROP INDEX account_by_creation, account_by_name, account_by_email, account_by_search;
CREATE INDEX account_by_creation ON account (status, created_at, id) WHERE erased_at IS NULL;
CREATE INDEX account_by_name ON account (status, name_folded, id) WHERE erased_at IS NULL;
CREATE INDEX account_by_email ON account (status, email_folded, id) WHERE erased_at IS NULL;
CREATE INDEX account_by_search ON account USING gin (search gin_trgm_ops) WHERE erased_at IS NULL;
