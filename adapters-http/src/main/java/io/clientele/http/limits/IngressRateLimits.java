package io.clientele.http.limits;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import java.time.Duration;
import java.util.Set;

/** The rate limits of every API call. */
public final class IngressRateLimits {
  /** All calls of one known caller. */
  public static final RateLimit CALLER =
      new RateLimit(
          "CALLER", "default", new Quota(6_000, Duration.ofMinutes(1)), "Calls of one caller");

  /** All calls from one address. */
  public static final RateLimit ADDRESS =
      new RateLimit(
          "ADDRESS",
          "address",
          new Quota(12_000, Duration.ofMinutes(1)),
          "Calls from one address (of IPv6: from one /64), authenticated or not");

  /** All of them. */
  public static final Set<RateLimit> ALL = Set.of(CALLER, ADDRESS);

  private IngressRateLimits() {}
}
