package io.clientele.domain.product;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import java.time.Duration;
import java.util.Set;

/** The rate limits of products. */
public final class ProductRateLimits {
  /** Searches of the catalogue by visitors of one address. */
  public static final RateLimit CATALOGUE_SEARCH =
      new RateLimit(
          "CATALOGUE_SEARCH",
          "catalogue-search",
          new Quota(60, Duration.ofMinutes(1)),
          "Searches of the catalogue without a token, of an address");

  /** All of them. */
  public static final Set<RateLimit> ALL = Set.of(CATALOGUE_SEARCH);

  private ProductRateLimits() {}
}
