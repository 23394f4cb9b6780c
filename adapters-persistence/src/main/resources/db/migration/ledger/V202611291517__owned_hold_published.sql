-- The open holds of other contexts, which compare them with their own rows.
CREATE VIEW ledger_published_owned_hold AS
SELECT hold.owner, hold.transfer, hold.leg, pocket.asset, hold.rest
FROM hold JOIN pocket ON pocket.id = hold.pocket
WHERE hold.owner IS NOT NULL AND hold.ended IS NULL;
