package io.clientele.bootstrap.config;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimiter.Budget;
import java.util.Map;

/**
 * How much one caller or address may ask for.
 *
 * @param isOn whether there are limits at all
 * @param connectionsPerAddress how many connections one address may have open
 */
public record RateLimitConfig(boolean isOn, int connectionsPerAddress, Map<Budget, Quota> limits) {
  public RateLimitConfig {
    limits = Map.copyOf(limits);
  }

  /** The limit of connections that holds: none where there are no limits. */
  int connectionsMax() {
    return isOn ? connectionsPerAddress : Integer.MAX_VALUE;
  }

  /** As the settings spell it. */
  String text(Budget budget) {
    var limit = limits.get(budget);
    return limit == null ? "" : limit.size() + "/" + limit.window();
  }
}
