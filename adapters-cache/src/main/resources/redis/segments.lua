#!lua flags=allow-oom
-- Tells what is staged: batches, the time, and the content of what is open, which the next ADD may change.
return {segments(), micros(), redis.call('HGETALL', open)}
