#!lua flags=allow-oom
-- Returns all offsets and batches for the reconciliation; a replica refuses it, as it does `pending`.
return {
  redis.call('HGETALL', seen),
  redis.call('HGETALL', start),
  redis.call('HGETALL', dropped),
  redis.call('LRANGE', sealed, 0, -1),
  redis.call('HGET', facts, 'open') or '0'
}
