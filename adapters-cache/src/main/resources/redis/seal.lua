#!lua flags=allow-oom
-- SEAL.
seal()
return {'OK'}
