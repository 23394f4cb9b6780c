#!lua flags=allow-oom
-- Forgets a writer, ARGV[1], while nothing of it is open.
if (redis.call('HGET', seen, ARGV[1]) or '0 0') == (redis.call('HGET', start, ARGV[1]) or '0 0') then
  redis.call('HDEL', seen, ARGV[1])
  redis.call('HDEL', start, ARGV[1])
  redis.call('HDEL', dropped, ARGV[1])
end
return {'OK'}
