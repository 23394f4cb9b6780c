#!lua flags=allow-oom
-- Returns pending views. ARGV: the vector, then accounts. Without the flag `no-writes`, so that a
-- primary that became a replica refuses it and does not answer with old data. It writes only if the
-- clock went back behind the last RESET: the age of the RESET is then unknown, and every read of
-- the shard would seem to race it.
local applied, first = vector()
local reset, now = redis.call('HGET', facts, 'reset'), micros()
if reset and tonumber(reset) > tonumber(now) then
  redis.call('HSET', facts, 'reset', now)
  reset = now
end
local age = reset and string.format('%.0f', tonumber(now) - tonumber(reset)) or ''
local standing, staged = 'JOINED', {}
for _, batch in ipairs(segments()) do
  if not is_covered(batch, applied) then
    if not every(batch, applied, function(at, from) return at and from >= at end) then
      standing = 'BESIDE'
    end
    for i = first, #ARGV do
      local views = redis.call('HGET', content(batch), ARGV[i])
      if views then
        staged[#staged + 1] = ARGV[i]
        staged[#staged + 1] = views
      end
    end
  end
end
-- A writer without a row appeared, or returned, with the batch that was dropped.
for writer, last in pairs(marks(dropped)) do
  if not applied[writer] or seq(applied[writer]) < seq(last) then
    standing = 'LATE'
  end
end
return {standing, age, staged}
