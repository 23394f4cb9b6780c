-- The balance of a pocket at the end of a UTC day on which it has entries, stored once the day is proved.
CREATE TABLE pocket_day (
  pocket uuid    NOT NULL,
  day    date    NOT NULL,
  posted numeric NOT NULL,
  held   numeric NOT NULL,
  seq    bigint  NOT NULL CHECK (seq > 0),
  PRIMARY KEY (pocket, day)
);

-- The UTC days whose entries explain their balances and are what the legs of their transfers say.
CREATE TABLE ledger_proof (
  day date PRIMARY KEY
);
