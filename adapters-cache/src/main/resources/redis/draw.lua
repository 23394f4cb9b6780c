#!lua
-- DRAW. KEYS[1] says when a budget is whole again, in microseconds since 1970; without it the budget is whole.
-- ARGV: microseconds that a permit takes to come back, size of the budget, permits that were used already, and
-- how many are wanted ahead of need. Answers how many of the last there were, and how long until it is whole.
-- What was used is booked even where there is nothing left; no debt is larger than a budget, even after a clock step.
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
