#!lua flags=allow-oom
-- Returns the staged batches, the time, and the content of the open views, which the next ADD may
-- change.
return {segments(), micros(), redis.call('HGETALL', open)}
