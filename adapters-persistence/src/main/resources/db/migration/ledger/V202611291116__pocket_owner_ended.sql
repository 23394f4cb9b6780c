-- Accounts that were closed or erased: no pocket is opened for them.
CREATE TABLE pocket_owner_ended (
  account_id uuid PRIMARY KEY
);
