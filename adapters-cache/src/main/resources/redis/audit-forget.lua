#!lua
-- Removes the newest head of the audit chain, and returns it. KEYS[1] contains '<number> <hash>'.
local known = redis.call('GET', KEYS[1])
redis.call('DEL', KEYS[1])
return {known or ''}
