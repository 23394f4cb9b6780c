#!lua flags=allow-oom
-- Notes that the ledger removed the row of a writer, ARGV[1], at the number ARGV[2]. What was dropped after it
-- brought the row back, and stays noted.
if seq(redis.call('HGET', dropped, ARGV[1])) <= tonumber(ARGV[2]) then
  redis.call('HDEL', dropped, ARGV[1])
end
return {'OK'}
