CREATE TABLE parcel (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  label text -- NULL once the account is erased
);

CREATE INDEX parcel_of_account ON parcel (account_id);
