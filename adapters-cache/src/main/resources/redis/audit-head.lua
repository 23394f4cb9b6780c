#!lua
-- Returns the newest head of the audit chain, after storing this one if it is newer. KEYS[1]
-- contains '<number> <hash>'; ARGV: number and hash, or number 0 to read only. Numbers stay far
-- below 2^53.
local known = redis.call('GET', KEYS[1])
local number = known and tonumber(string.match(known, '^%d+')) or 0
if tonumber(ARGV[1]) > number then
  known = ARGV[1] .. ' ' .. ARGV[2]
  redis.call('SET', KEYS[1], known)
end
return {known or ''}
