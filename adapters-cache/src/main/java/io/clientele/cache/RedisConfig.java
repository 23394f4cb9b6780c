package io.clientele.cache;

import io.clientele.domain.kernel.InvalidValue;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterURIUtil;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where Redis is, and how long one command may take. Prints without user and password.
 *
 * @param nodes one server, or one for each known node of a cluster; behind sentinels one that names
 *     them
 * @param isCluster whether several hosts were given; a cluster that has one name only is given
 *     twice
 */
public record RedisConfig(List<RedisURI> nodes, boolean isCluster, Duration timeout) {
  /** A command that takes longer is given up: the next step finds out what became of it. */
  public static final Duration TIMEOUT = Duration.ofMillis(250);

  public RedisConfig {
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads {@code redis://}, {@code rediss://} with one host or several, or {@code
   * redis-sentinel://}.
   */
  public static RedisConfig parse(String url) {
    try {
      var uri = URI.create(url);
      var scheme = String.valueOf(uri.getScheme());
      var isCluster = url.contains(",") && (scheme.equals("redis") || scheme.equals("rediss"));
      if (!isCluster && !List.of("redis", "rediss", "redis-sentinel").contains(scheme)) {
        throw new IllegalArgumentException("unknown scheme");
      }
      var nodes = isCluster ? RedisClusterURIUtil.toRedisURIs(uri) : List.of(RedisURI.create(uri));
      nodes.forEach(node -> node.setClientName("clientele"));
      return new RedisConfig(nodes, isCluster, TIMEOUT);
    } catch (IllegalArgumentException unreadable) {
      // The message may contain the password.
      throw new InvalidValue("REDIS_URL", "must be a redis://, rediss:// or redis-sentinel:// URL");
    }
  }

  @Override
  public String toString() {
    return (isCluster ? "cluster " : "") + nodes.stream().map(RedisConfig::place).toList();
  }

  private static String place(RedisURI node) {
    return node.getSentinels().isEmpty()
        ? node.getHost() + ":" + node.getPort()
        : "sentinels " + node.getSentinels().stream().map(RedisConfig::place).toList();
  }
}
