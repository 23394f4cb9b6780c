-- Account n has the id 01930000-0000-7000-8000-<n in hexadecimal>, so that pgbench and the load driver can name any.
WITH made AS (
  INSERT INTO account (id, version, status, created_at, updated_at, name, name_folded, email, email_folded, search,
    tax_country, tax_value, metadata)
  SELECT ('01930000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, status, at, at, name, lower(name), email,
    email, lower(name) || ' ' || email, CASE WHEN n % 3 = 0 THEN 'PT' END, CASE WHEN n % 3 = 0 THEN 'PT' || n + 1000 END,
    CASE WHEN n % 4 = 0 THEN ARRAY['tier', 'gold', 'source', 'campaign-' || n % 100] ELSE ARRAY[]::text[] END
  FROM (
    SELECT n, TIMESTAMPTZ '2024-01-01 00:00:00Z' + n * INTERVAL '1 minute' AS at,
      CASE WHEN n % 20 = 0 THEN 'SUSPENDED' ELSE 'ACTIVE' END AS status,
      given || ' ' || family AS name, lower(given || '.' || family) || '.' || n || '@example.com' AS email
    FROM generate_series(0, 1000000 - 1) AS n
    CROSS JOIN LATERAL (
      SELECT (ARRAY['Ada', 'Bruno', 'Clara', 'Davi', 'Elisa', 'Felipe', 'Grace', 'Heitor', 'Irene', 'Jorge', 'Kurt'])[1 + n % 11] AS given,
        (ARRAY['Almeida', 'Barros', 'Curie', 'Duarte', 'Esteves', 'Ferreira', 'Gomes', 'Hopper', 'Ibsen', 'Jobim',
          'Klein', 'Lovelace', 'Machado'])[1 + n % 13] AS family
    ) AS named
  ) AS person
  RETURNING id, status
), totals AS (
  INSERT INTO view_total (account_id, views) SELECT id, 1 FROM made
)
INSERT INTO account_rank (account_id, status, views) SELECT id, status, 1 FROM made;
-- The reconciliation stays balanced: these views belong to removed writers.
UPDATE view_shard SET views = 0, rejected_views = 0, gone_views = 0, gone_lost = 0;
