#!lua
-- ADD. ARGV: the greatest number of accounts of a batch, writer, from, to, views of all accounts,
-- then each account with its views. Nothing fails after the first write: if the views of all
-- accounts fit 64 bits, those of each do.
local max, writer, from, to, views = unpack(ARGV, 1, 5)
local mark = redis.call('HGET', seen, writer)
if seq(to) <= seq(mark) then
  return {'DUPLICATE', mark}
end
if tonumber(from) ~= seq(mark) + 1 then
  return {'GAP', mark or '0 0'}
end
if redis.call('HLEN', open) + (#ARGV - 5) / 2 > tonumber(max) then
  seal()
end
if type(redis.pcall('HINCRBY', facts, 'open', views)) == 'table' then
  seal()
  redis.call('HINCRBY', facts, 'open', views)
end
for i = 6, #ARGV, 2 do
  redis.call('HINCRBY', open, ARGV[i], ARGV[i + 1])
end
redis.call('HSET', seen, writer, to)
return {'OK', to}
