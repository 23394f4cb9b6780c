-- Set by an administrator's reset: the operator may do nothing else until it has chosen another password.
ALTER TABLE operator ADD COLUMN password_change_required boolean NOT NULL DEFAULT false;
