#!lua
-- DRAW. KEYS[1] is the time at which a quota is full again, in microseconds since 1970; without it
-- the quota is full. ARGV: microseconds in which a permit refills, size of the quota, permits that
-- were used already, and the number requested ahead of need. Returns how many of the last are
-- granted, and how long until the quota is full. Used permits are booked even if nothing is left;
-- no debt is larger than a quota, even after a clock step.
local each, size, used, ahead = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local whole = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0)) + used * each
whole = math.min(whole, now + 2 * size * each)
local granted = math.max(0, math.min(ahead, math.floor((now + size * each - whole) / each)))
whole = math.ceil(whole + granted * each)
if whole > now then
  redis.call('SET', KEYS[1], string.format('%.0f', whole), 'PX', math.ceil((whole - now) / 1000))
end
return {string.format('%.0f', granted), string.format('%.0f', whole - now)}
