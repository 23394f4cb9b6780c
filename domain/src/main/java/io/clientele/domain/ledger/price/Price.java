package io.clientele.domain.ledger.price;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.LedgerEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The value of one unit of an asset in a quote asset, from an instant on. Never changes.
 *
 * @param at in whole microseconds
 * @param value more than 0
 */
public record Price(AssetCode asset, AssetCode quote, Instant at, BigDecimal value) {
  /** Throws {@link InvalidValue} for a price of 0, or of an asset in itself. */
  public Price {
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(quote, "quote");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(value, "value");
    if (asset.equals(quote)) {
      throw new InvalidValue("quote", "must be another asset");
    }
    if (value.signum() <= 0) {
      throw new InvalidValue("price", "must be more than 0");
    }
    at = at.truncatedTo(ChronoUnit.MICROS);
    value = value.stripTrailingZeros();
  }

  /** Parses a price such as {@code 67250.12}: up to 38 digits, and up to 18 decimals. */
  public static BigDecimal parse(String text) {
    return new BigDecimal(Amount.requireShape(text));
  }

  /** Writes the price without trailing zeros. */
  public String text() {
    return value.toPlainString();
  }

  /** Records the price. */
  public Change<Price> record(Provenance by) {
    return Change.of(this, new LedgerEvent.PriceRecorded(asset, quote, at, text()), by);
  }
}
