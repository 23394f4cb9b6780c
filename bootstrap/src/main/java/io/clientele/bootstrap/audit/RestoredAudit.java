package io.clientele.bootstrap.audit;

import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.InvalidConfiguration;
import io.clientele.cache.Redis;
import io.clientele.cache.audit.RedisChainHeadStore;
import io.clientele.persistence.jdbc.Database;

/**
 * Accepts the audit chain of a restored database ({@code --accept-restored-audit}). Redis has a
 * newer head than the restored chain, so that each verification would report a chain that is cut
 * off. The head is printed, to be kept as evidence, and forgotten.
 */
public final class RestoredAudit {
  private RestoredAudit() {}

  /**
   * Forgets the newest head in Redis, and returns a sentence that names it.
   *
   * @throws InvalidConfiguration if the service runs without Redis
   */
  public static String accept(Config config) {
    var server =
        config
            .redis()
            .orElseThrow(() -> new InvalidConfiguration("REDIS_URL is none: no head is kept"));
    try (var redis = new Redis(server);
        var database = new Database(config.database())) {
      var head = new RedisChainHeadStore(redis, database::id).forget();
      return head.number() == 0
          ? "Redis has no head of this database's audit"
          : "forgot the audit's head %d %s: the chain of the database counts from the next start"
              .formatted(head.number(), head.hash().hex());
    }
  }
}
