-- Assets, prices, transfers, entries and owners whose account ended are only ever added.
GRANT SELECT, INSERT ON asset, price, transfer, entry, pocket_owner_ended TO ${role};
GRANT SELECT, INSERT, UPDATE ON pocket, balance, hold, house_mark TO ${role};
GRANT SELECT, INSERT, DELETE ON house_delta TO ${role};
