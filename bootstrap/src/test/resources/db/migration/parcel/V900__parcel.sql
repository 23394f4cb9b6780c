CREATE TABLE parcel (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  label text, -- NULL once the account is erased
  is_delivered boolean NOT NULL DEFAULT false
);

CREATE INDEX parcel_of_account ON parcel (account_id);
