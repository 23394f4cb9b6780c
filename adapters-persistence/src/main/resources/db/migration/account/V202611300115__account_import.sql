-- Imports that ended and were not announced yet. A row is stored in the transaction of the import's accounts, and deleted
-- when it was announced. first_id: the id that the first account has, or would have had.
CREATE TABLE account_import (
  first_id uuid             PRIMARY KEY,
  actor    text COLLATE "C" NOT NULL,
  at       timestamptz      NOT NULL,
  opened   bigint           NOT NULL,
  refused  bigint           NOT NULL
);
