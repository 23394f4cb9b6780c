-- Assets, prices, transfers, entries, owners whose account ended and proofs are only ever added.
GRANT SELECT, INSERT ON asset, price, transfer, entry, pocket_owner_ended, pocket_day, ledger_proof TO ${role};
GRANT SELECT, INSERT, UPDATE ON pocket, balance, hold, house_mark TO ${role};
GRANT SELECT, INSERT, DELETE ON house_delta TO ${role};
GRANT SELECT ON ledger_published_owned_hold, ledger_published_record TO ${role};
