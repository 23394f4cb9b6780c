-- The front at which a key is accepted. Keys that were issued before are for operations.
ALTER TABLE api_key ADD COLUMN front text COLLATE "C" NOT NULL DEFAULT 'OPERATIONS'
  CHECK (front = 'OPERATIONS' OR front = 'STORE' AND roles = '{CUSTOMER}');
