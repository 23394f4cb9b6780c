-- A search whose accounts have names that begin with it finds them by account_by_name. This index finds the others:
-- it holds no trigram that stands at the beginning of a name alone, or at that of an e-mail that begins as the name does.
CREATE FUNCTION account_search_tail(name_folded text, email_folded text, search text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substr(split_part(search, ' ', 1), 2) || ' '
  || substr(split_part(search, ' ', 2), CASE WHEN left(email_folded, 3) = left(name_folded, 3) THEN 2 ELSE 1 END);

CREATE INDEX account_by_search_tail ON account
USING gin (account_search_tail(name_folded, email_folded, search) gin_trgm_ops);

ANALYZE account;
