-- The whole values by which an account is found, folded by the service: its tax id and the values of its metadata.
-- An account without such values may have no row.
CREATE TABLE account_terms (
  account_id uuid               PRIMARY KEY,
  terms      text[] COLLATE "C" NOT NULL
) WITH (fillfactor = 90);

CREATE INDEX account_by_terms ON account_terms USING gin (terms);

-- The version before erases accounts without knowing of their terms, and its role has no rights on them yet.
DO $migration$
BEGIN
  EXECUTE format($create$
    CREATE FUNCTION erase_account_terms() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = %I, pg_temp AS $$
    BEGIN
      DELETE FROM account_terms WHERE account_id = NEW.id;
      RETURN NULL;
    END $$
  $create$, current_schema());
END $migration$;

CREATE TRIGGER account_terms_are_erased AFTER UPDATE ON account FOR EACH ROW
WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION erase_account_terms();
