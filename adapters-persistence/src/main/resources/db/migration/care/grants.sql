-- A note is never changed.
GRANT SELECT, INSERT, DELETE ON account_note TO ${role};
GRANT SELECT, INSERT, UPDATE, DELETE ON account_owner TO ${role};
