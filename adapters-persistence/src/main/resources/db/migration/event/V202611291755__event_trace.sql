-- trace: the W3C traceparent of the request that made the change. Webhooks carry it on.
ALTER TABLE event ADD COLUMN trace text COLLATE "C" CHECK (octet_length(trace) <= 55);
