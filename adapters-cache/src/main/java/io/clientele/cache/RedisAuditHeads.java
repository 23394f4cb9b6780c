package io.clientele.cache;

import static io.clientele.cache.RedisText.bytes;
import static io.clientele.cache.RedisText.text;

import io.clientele.domain.audit.AuditHeads;
import io.clientele.domain.audit.Hash;
import io.clientele.domain.audit.Head;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Remembers in Redis how far the audit's chain has come: whoever cuts the chain in PostgreSQL would
 * have to reach here, too.
 */
public final class RedisAuditHeads implements AuditHeads {
  private static final Script AUDIT_HEAD = Script.of("audit-head");

  private final Redis redis;
  private final Supplier<UUID> database;

  /** The head of the chain in this database, asked at every step; a Redis may serve several. */
  public RedisAuditHeads(Redis redis, Supplier<UUID> database) {
    this.redis = redis;
    this.database = database;
  }

  @Override
  public Head newest() {
    var known = run(Head.NONE);
    var space = known.indexOf(' ');
    return space < 0
        ? Head.NONE
        : new Head(Long.parseLong(known.substring(0, space)), new Hash(known.substring(space + 1)));
  }

  @Override
  public void publish(Head head) {
    run(head);
  }

  private String run(Head head) {
    var key = bytes("{audit:" + database.get() + "}:head");
    var args = List.of(bytes(head.number()), bytes(head.hash().hex()));
    return text(redis.run(AUDIT_HEAD, key, args).getFirst());
  }
}
