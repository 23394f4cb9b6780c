-- The shared lines of all steps, put in front of each. KEYS[1] is the shard's hash tag, with which each of its keys
-- begins, so that a step stays within one slot of a cluster.
--
-- An offset is '<seq> <views>' and a batch '<name> <views>{ <writer> <from> <to>}', as text: a Lua
-- number is exact to 2^53 only. Seqs stay far below that; views are never read as numbers.
local tag = KEYS[1]
local open, seen, start = tag .. ':open', tag .. ':seen', tag .. ':start'
local sealed, kept, dropped, facts = tag .. ':sealed', tag .. ':kept', tag .. ':dropped', tag .. ':facts'
local SPAN = '(%x+%-[%x%-]+) (%d+) (%d+) (%d+) (%d+)'
local KEPT_MAX, KEPT_SECONDS = 3, 900

local function seq(mark)
  return mark and tonumber(string.match(mark, '^%d+')) or 0
end

local function paired(flat, first, last)
  local map = {}
  for i = first, last, 2 do
    map[flat[i]] = flat[i + 1]
  end
  return map
end

local function marks(key)
  local flat = redis.call('HGETALL', key)
  return paired(flat, 1, #flat)
end

-- Reads the vector from ARGV: the number of writers, then each with its offset. Also returns the index after it.
local function vector()
  local last = 1 + 2 * tonumber(ARGV[1])
  return paired(ARGV, 2, last), last + 1
end

local function content(batch)
  return tag .. ':' .. string.match(batch, '^%S+')
end

local function micros()
  local now = redis.call('TIME')
  return now[1] .. string.format('%06d', now[2])
end

-- Whether the test is true for every range of the batch: its arguments are the ledger's seq, or nil, and both ends.
local function every(batch, applied, test)
  for writer, from, _, to in string.gmatch(batch, SPAN) do
    local mark = applied[writer]
    if not test(mark and seq(mark), tonumber(from), tonumber(to)) then
      return false
    end
  end
  return true
end

local function is_covered(batch, applied)
  return every(batch, applied, function(at, _, to) return at and at >= to end)
end

local function joins(batch, applied)
  return every(batch, applied, function(at, from) return at and at >= from end)
end

local function continues(batch, applied)
  return every(batch, applied, function(at, from) return at == from end)
end

local function starts_nowhere_before(batch, applied)
  return every(batch, applied, function(at, from) return not at or from >= at end)
end

local function open_batch()
  if redis.call('EXISTS', open) == 0 then
    return nil
  end
  local before, flat = marks(start), redis.call('HGETALL', seen)
  local parts = {'open ' .. (redis.call('HGET', facts, 'open') or '0')}
  for i = 1, #flat, 2 do
    local from = before[flat[i]] or '0 0'
    if seq(from) < seq(flat[i + 1]) then
      parts[#parts + 1] = flat[i] .. ' ' .. from .. ' ' .. flat[i + 1]
    end
  end
  return table.concat(parts, ' ')
end

local function segments()
  local all = redis.call('LRANGE', sealed, 0, -1)
  all[#all + 1] = open_batch()
  return all
end

-- A name is never used twice, even after a loss of data: content under a name is that batch's, or missing.
local function seal()
  local batch = open_batch()
  if batch then
    local spans = string.sub(batch, 5)
    local name = micros() .. '-' .. redis.sha1hex(spans)
    redis.call('RENAME', open, tag .. ':' .. name)
    redis.call('RPUSH', sealed, name .. spans)
    redis.call('COPY', seen, start, 'REPLACE')
    redis.call('HDEL', facts, 'open')
  end
end

local function drop(applied)
  local batch = redis.call('LINDEX', sealed, 0)
  while batch and is_covered(batch, applied) do
    for writer, _, _, to, views in string.gmatch(batch, SPAN) do
      if seq(redis.call('HGET', dropped, writer)) < tonumber(to) then
        redis.call('HSET', dropped, writer, to .. ' ' .. views)
      end
    end
    redis.call('LMOVE', sealed, kept, 'LEFT', 'RIGHT')
    redis.call('EXPIRE', content(batch), KEPT_SECONDS)
    if redis.call('LLEN', kept) > KEPT_MAX then
      redis.call('UNLINK', content(redis.call('LPOP', kept)))
    end
    batch = redis.call('LINDEX', sealed, 0)
  end
end

local function head(applied)
  local first = redis.call('LINDEX', sealed, 0)
  if first and joins(first, applied) then
    return 'BATCH', first
  end
  for _, batch in ipairs(redis.call('LRANGE', kept, 0, -1)) do
    if continues(batch, applied) and redis.call('EXISTS', content(batch)) == 1 then
      return 'BATCH', batch
    end
  end
  if first then
    return 'BATCH', first
  end
  local at_seal = marks(start)
  for writer, mark in pairs(applied) do
    if seq(mark) < seq(at_seal[writer]) then
      return 'AHEAD'
    end
  end
  return 'NOTHING'
end

-- Retired names have the offset 2^52. They are not removed: a ledger that goes back may have them again.
local function catch_up(writer, mark)
  if seq(mark) >= 4503599627370496 then
    return
  end
  redis.call('HSET', seen, writer, mark)
  redis.call('HSET', start, writer, mark)
  redis.call('HSET', dropped, writer, mark)
end

local function discard(applied)
  for _, batch in ipairs(redis.call('LRANGE', sealed, 0, -1)) do
    redis.call('UNLINK', content(batch))
  end
  redis.call('UNLINK', open, seen, start, sealed, dropped)
  for writer, mark in pairs(applied) do
    catch_up(writer, mark)
  end
  redis.call('HDEL', facts, 'open')
  redis.call('HSET', facts, 'reset', micros())
  return {'DISCARDED'}
end
