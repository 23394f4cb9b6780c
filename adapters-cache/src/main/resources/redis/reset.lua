#!lua flags=allow-oom
-- RESET. ARGV: the vector. A Redis that evicts may have lost contents only, or only their writers.
local applied = vector()
drop(applied)
for _, batch in ipairs(segments()) do
  if not starts_nowhere_before(batch, applied) or redis.call('EXISTS', content(batch)) == 0 then
    return discard(applied)
  end
end
if (redis.call('HGET', facts, 'open') or '0') ~= '0' and redis.call('EXISTS', open) == 0 then
  return discard(applied)
end
local now_seen = marks(seen)
for writer, mark in pairs(marks(start)) do
  if seq(now_seen[writer]) < seq(mark) then
    return discard(applied)
  end
end
for writer, mark in pairs(applied) do
  if seq(now_seen[writer]) < seq(mark) then
    catch_up(writer, mark)
  end
end
return {'CLEAN'}
