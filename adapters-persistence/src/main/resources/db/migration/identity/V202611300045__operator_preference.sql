-- What an operator chose for the dashboard. An operator without a row chose nothing; null is the standard. saved_views:
-- list, name and query of each, in the order of the operator.
CREATE TABLE operator_preference (
  operator_id uuid               PRIMARY KEY REFERENCES operator ON DELETE CASCADE,
  language    text COLLATE "C",
  theme       text COLLATE "C",
  page_size   integer,
  columns     text[] COLLATE "C",
  saved_views text[] COLLATE "C" NOT NULL,
  version     bigint             NOT NULL
);
