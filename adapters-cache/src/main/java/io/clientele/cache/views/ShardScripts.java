package io.clientele.cache.views;

import io.clientele.cache.LuaScript;

/** The scripts of {@link RedisViewStaging}; {@code shard.lua} contains their shared lines. */
final class ShardScripts {
  private static final String SHARED = LuaScript.resource("shard");

  static final LuaScript ADD = script("add");
  static final LuaScript SEAL = script("seal");
  static final LuaScript READ = script("read");
  static final LuaScript RESET = script("reset");
  static final LuaScript RESET_NOW = script("reset-now");
  static final LuaScript SEGMENTS = script("segments");
  static final LuaScript REMOVED = script("removed");
  static final LuaScript FORGET = script("forget");
  static final LuaScript PENDING = script("pending");
  static final LuaScript SUMS = script("sums");

  private ShardScripts() {}

  private static LuaScript script(String name) {
    return LuaScript.of(name, SHARED);
  }
}
