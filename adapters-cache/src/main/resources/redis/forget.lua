#!lua flags=allow-oom
-- Forgets a writer, ARGV[1], while it has no open views and was not seen past the number ARGV[2].
local last = redis.call('HGET', seen, ARGV[1]) or '0 0'
if last == (redis.call('HGET', start, ARGV[1]) or '0 0') and seq(last) <= tonumber(ARGV[2]) then
  redis.call('HDEL', seen, ARGV[1])
  redis.call('HDEL', start, ARGV[1])
  redis.call('HDEL', dropped, ARGV[1])
end
return {'OK'}
