-- The transaction that added a task or set its time, so that a claim finds what was committed since its last look, and
-- does not pass the rows of tasks that are done: these stay while any session holds an old snapshot. A lease keeps it.
ALTER TABLE task ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE task ADD CONSTRAINT task_by_transaction UNIQUE (xid, id);
