#!lua flags=allow-oom
-- Tells views on their way. ARGV: the vector, then accounts. Without the flag `no-writes`: a primary that was
-- made a replica must refuse it, not answer with what is old. It writes nothing, but where the clock went back
-- behind the last RESET: that is as old as we know, or every read of the shard would seem to race it until then.
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
-- A writer without a row came, or came back, with the batch that was dropped.
for writer, last in pairs(marks(dropped)) do
  if not applied[writer] or seq(applied[writer]) < seq(last) then
    standing = 'LATE'
  end
end
return {standing, age, staged}
