#!lua flags=allow-oom
-- Records that the ledger removed the row of a writer, ARGV[1], at the number ARGV[2]. A later
-- dropped batch restored the row, and stays recorded.
if seq(redis.call('HGET', dropped, ARGV[1])) <= tonumber(ARGV[2]) then
  redis.call('HDEL', dropped, ARGV[1])
end
return {'OK'}
