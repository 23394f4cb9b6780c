GRANT SELECT ON database_identity TO ${role};

-- A key is stored whole and never changed: an account's erasure destroys it by a function.
REVOKE ALL ON subject_key FROM ${role};
GRANT SELECT, INSERT (account_id, wrapped, wrapped_by) ON subject_key TO ${role};

-- Drops old months of the tables that it lists.
GRANT EXECUTE ON FUNCTION drop_old_parts(text, timestamptz) TO ${role};
