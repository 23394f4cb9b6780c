-- Rows of erased accounts stay.
REVOKE DELETE ON account FROM ${role};
GRANT SELECT, INSERT, UPDATE ON account TO ${role};
GRANT SELECT, INSERT, UPDATE, DELETE ON account_count, account_day, account_minute, account_delta TO ${role};
GRANT EXECUTE ON FUNCTION destroy_subject_key(uuid) TO ${role};
