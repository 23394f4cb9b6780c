package io.clientele.cache;

/** The scripts of {@link RedisViewStaging}; {@code shard.lua} holds the lines that all share. */
final class ShardScripts {
  private static final String SHARED = Script.resource("shard");

  static final Script ADD = script("add");
  static final Script SEAL = script("seal");
  static final Script READ = script("read");
  static final Script RESET = script("reset");
  static final Script RESET_NOW = script("reset-now");
  static final Script SEGMENTS = script("segments");
  static final Script FORGET = script("forget");
  static final Script PENDING = script("pending");
  static final Script SUMS = script("sums");

  private ShardScripts() {}

  private static Script script(String name) {
    return Script.of(name, SHARED);
  }
}
