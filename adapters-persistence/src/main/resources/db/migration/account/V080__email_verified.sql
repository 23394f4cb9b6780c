-- Nobody has confirmed the addresses that are stored, so they begin as not verified.
ALTER TABLE account ADD COLUMN email_verified boolean NOT NULL DEFAULT false;
