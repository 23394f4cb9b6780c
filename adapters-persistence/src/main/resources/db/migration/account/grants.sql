-- Rows of erased accounts stay.
REVOKE DELETE ON account FROM ${role};
GRANT SELECT, INSERT, UPDATE ON account TO ${role};
GRANT SELECT, INSERT, UPDATE, DELETE ON account_count, account_day, account_minute, account_delta TO ${role};
GRANT SELECT, INSERT, UPDATE, DELETE ON account_terms TO ${role};
GRANT SELECT, INSERT, UPDATE, DELETE ON account_rank TO ${role};
GRANT SELECT, INSERT, DELETE ON account_rank_queue TO ${role};
GRANT SELECT, UPDATE ON account_ranking TO ${role};
-- The name of account_rank in the version before.
GRANT SELECT, INSERT, UPDATE, DELETE ON view_rank TO ${role};
GRANT EXECUTE ON FUNCTION destroy_subject_key(uuid) TO ${role};
GRANT SELECT, INSERT, DELETE ON account_import TO ${role};
