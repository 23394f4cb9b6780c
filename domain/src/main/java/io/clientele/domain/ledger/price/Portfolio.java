package io.clientele.domain.ledger.price;

import io.clientele.domain.ledger.Asset;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The holdings of an account at an instant, with their values.
 *
 * @param holdings in the order of their codes
 */
public record Portfolio(Asset quote, List<Holding> holdings, Instant asOf) {
  public Portfolio {
    Objects.requireNonNull(quote, "quote");
    Objects.requireNonNull(asOf, "asOf");
    holdings = List.copyOf(Objects.requireNonNull(holdings, "holdings"));
  }

  /**
   * The sum of all pockets of one asset, in minor units.
   *
   * @param price of one unit; null if there is none
   * @param priceAsOf the instant of the price; null without a price
   */
  public record Holding(
      Asset asset,
      BigInteger posted,
      BigInteger held,
      @Nullable BigDecimal price,
      @Nullable Instant priceAsOf) {
    public Holding {
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(posted, "posted");
      Objects.requireNonNull(held, "held");
    }

    /** The amount that is posted and not held. */
    public BigInteger available() {
      return posted.subtract(held);
    }

    /**
     * Returns the posted amount in the quote asset, rounded half to even at its scale; empty
     * without a price.
     */
    public Optional<BigDecimal> value(Asset quote) {
      return Optional.ofNullable(price)
          .map(
              known ->
                  new BigDecimal(posted, asset.scale())
                      .multiply(known)
                      .setScale(quote.scale(), RoundingMode.HALF_EVEN));
    }
  }

  /** The sum of all values; assets without a price are not in it. */
  public BigDecimal total() {
    return holdings.stream()
        .flatMap(holding -> holding.value(quote).stream())
        .reduce(BigDecimal.ZERO.setScale(quote.scale()), BigDecimal::add);
  }
}
