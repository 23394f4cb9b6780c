package io.clientele.cache.audit;

import static io.clientele.cache.RedisText.bytes;
import static io.clientele.cache.RedisText.text;

import io.clientele.cache.LuaScript;
import io.clientele.cache.Redis;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainHeadStore;
import io.clientele.domain.audit.chain.Sha256Hash;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Stores the head of the audit's chain in Redis, so that a cut of the chain in PostgreSQL is
 * detected unless Redis is changed too.
 */
public final class RedisChainHeadStore implements ChainHeadStore {
  private static final LuaScript AUDIT_HEAD = LuaScript.of("audit-head");
  private static final LuaScript AUDIT_FORGET = LuaScript.of("audit-forget");

  private final Redis redis;
  private final Supplier<UUID> database;

  /** The chain head of this database; one Redis may serve several databases. */
  public RedisChainHeadStore(Redis redis, Supplier<UUID> database) {
    this.redis = redis;
    this.database = database;
  }

  @Override
  public ChainHead newest() {
    return parse(run(ChainHead.NONE));
  }

  /**
   * Removes the newest head and returns it; {@link ChainHead#NONE} if none was published. Only for
   * a database that was restored: its chain ends before that head.
   */
  public ChainHead forget() {
    return parse(text(redis.run(AUDIT_FORGET, key(), List.of()).getFirst()));
  }

  private static ChainHead parse(String known) {
    var space = known.indexOf(' ');
    return space < 0
        ? ChainHead.NONE
        : new ChainHead(
            Long.parseLong(known.substring(0, space)), new Sha256Hash(known.substring(space + 1)));
  }

  @Override
  public void publish(ChainHead head) {
    run(head);
  }

  private String run(ChainHead head) {
    var args = List.of(bytes(head.number()), bytes(head.hash().hex()));
    return text(redis.run(AUDIT_HEAD, key(), args).getFirst());
  }

  private byte[] key() {
    return bytes("{audit:" + database.get() + "}:head");
  }
}
