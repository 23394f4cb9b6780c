-- Destroying a key is the only way to make entries of the audit unreadable. The service may only do so for accounts
-- that are erased. The function belongs to the owner of the tables and finds them whatever the caller's search_path is.
DO $migration$
BEGIN
  EXECUTE format($create$
    CREATE FUNCTION destroy_subject_key(subject uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = %I, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM account WHERE id = subject AND erased_at IS NOT NULL) THEN
        RAISE EXCEPTION 'the key of an account that is not erased is not destroyed'
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      INSERT INTO subject_key (account_id, destroyed_at) VALUES (subject, transaction_timestamp())
      ON CONFLICT (account_id) DO UPDATE
      SET wrapped = NULL, wrapped_by = NULL, destroyed_at = transaction_timestamp()
      WHERE subject_key.wrapped IS NOT NULL;
    END $$
  $create$, current_schema());
END $migration$;

REVOKE ALL ON FUNCTION destroy_subject_key(uuid) FROM PUBLIC;
