-- Each pocket with a floor that the transfer changed, and the number of its last entry of this transfer. NULL for
-- transfers that were stored before transfers were chained.
ALTER TABLE transfer ADD COLUMN bounded_pocket uuid[], ADD COLUMN bounded_seq bigint[];

-- Transfers that are not chained are older than this. Service versions that do not chain may run for another hour.
CREATE TABLE ledger_chain_start (
  is_only boolean     PRIMARY KEY DEFAULT true CHECK (is_only),
  at      timestamptz NOT NULL
);

INSERT INTO ledger_chain_start (at)
SELECT CASE WHEN EXISTS (SELECT FROM transfer) THEN now() + interval '1 hour' ELSE '-infinity' END;

-- Transfers as entries of the audit's chain and as events.
CREATE VIEW ledger_published_record AS
SELECT booked_at AS at, id,
  CASE kind WHEN 'capture' THEN 'transfer.captured' WHEN 'release' THEN 'transfer.released'
    WHEN 'reversal' THEN 'transfer.reversed' ELSE 'transfer.' || kind END AS type,
  'transfer' AS subject_kind, id::text AS subject, CASE WHEN refusal IS NULL THEN 1::bigint END AS version,
  subject AS account_id, ARRAY[]::text[] AS changed, NULL::bytea AS sealed, NULL::text AS trace
FROM transfer
WHERE bounded_pocket IS NOT NULL OR booked_at >= (SELECT at FROM ledger_chain_start);
