#!lua flags=allow-oom
-- READ. ARGV: the vector. The content of the batch is read separately, so that this script is
-- short.
local applied = vector()
drop(applied)
local kind, batch = head(applied)
return {kind, kind == 'AHEAD' and redis.call('HGETALL', start) or batch}
