-- What other contexts read of the chain.
CREATE VIEW audit_published_block AS SELECT number, ids, times, first_at, last_at FROM audit_block;
