#!lua flags=allow-oom
-- RESET!. ARGV: the vector; then what was refused: BATCH, the time at which it was sealed and its
-- ranges, or AHEAD and each writer with its offset.
local applied, at = vector()
drop(applied)
local kind, batch = head(applied)
if kind ~= ARGV[at] then
  return {'CLEAN'}
end
local refused, found = {}, {}
if kind == 'BATCH' then
  if joins(batch, applied) or string.match(batch, '^%d+') ~= ARGV[at + 1] then
    return {'CLEAN'}
  end
  for i = at + 2, #ARGV do
    refused[ARGV[i]] = true
  end
  for writer, a, b, c, d in string.gmatch(batch, SPAN) do
    found[table.concat({writer, a, b, c, d}, ' ')] = true
  end
else
  refused, found = paired(ARGV, at + 1, #ARGV), marks(start)
end
for key, value in pairs(refused) do
  if found[key] ~= value then
    return {'CLEAN'}
  end
  found[key] = nil
end
if next(found) then
  return {'CLEAN'}
end
return discard(applied)
