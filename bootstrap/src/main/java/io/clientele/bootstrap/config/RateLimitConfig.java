package io.clientele.bootstrap.config;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The rate limits of callers and addresses.
 *
 * @param isOn whether there are limits at all
 * @param connectionsPerAddress how many connections one address may have open
 * @param byName the quotas that are set, by the names of their limits
 */
public record RateLimitConfig(boolean isOn, int connectionsPerAddress, Map<String, Quota> byName) {
  public RateLimitConfig {
    byName = Map.copyOf(byName);
  }

  /**
   * Returns the quota of each limit: the one that is set, or else its default. Throws {@link
   * IllegalArgumentException} when two limits have one name.
   */
  public Map<RateLimit, Quota> quotas(Set<RateLimit> limits) {
    var quotas = new HashMap<RateLimit, Quota>();
    var known = new HashMap<String, RateLimit>();
    for (var limit : limits) {
      var other = known.putIfAbsent(limit.name(), limit);
      if (other != null) {
        throw new IllegalArgumentException(
            "two rate limits have the name %s: \"%s\" and \"%s\""
                .formatted(limit.name(), other.meaning(), limit.meaning()));
      }
      quotas.put(limit, byName.getOrDefault(limit.name(), limit.byDefault()));
    }
    return quotas;
  }

  /** The limit of connections that holds: none where there are no limits. */
  int connectionsMax() {
    return isOn ? connectionsPerAddress : Integer.MAX_VALUE;
  }
}
