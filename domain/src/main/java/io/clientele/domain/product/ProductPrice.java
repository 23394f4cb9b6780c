package io.clientele.domain.product;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The price of one unit of a product in one currency, for a period: {@code from ≤ t < to}.
 *
 * @param currency an asset of kind money
 * @param minor minor units of the currency, 0 or more
 * @param from in whole microseconds
 * @param to in whole microseconds; null for no end
 */
public record ProductPrice(Asset currency, BigInteger minor, Instant from, @Nullable Instant to) {
  /** Throws {@link InvalidValue} with all faults. */
  public ProductPrice {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(minor, "minor");
    Objects.requireNonNull(from, "from");
    from = from.truncatedTo(ChronoUnit.MICROS);
    to = to == null ? null : to.truncatedTo(ChronoUnit.MICROS);
    var faults = new ArrayList<InvalidValue.Fault>();
    if (currency.kind() != Asset.Kind.MONEY) {
      faults.add(new InvalidValue.Fault("currency", "must be the code of an asset of kind money"));
    }
    if (minor.signum() < 0 || minor.compareTo(Amount.MAX) > 0) {
      faults.add(new InvalidValue.Fault("amount", "must be 0 or more, with at most 38 digits"));
    }
    if (to != null && !to.isAfter(from)) {
      faults.add(new InvalidValue.Fault("to", "must be later than from"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
  }

  /** Parses an amount of a currency, such as {@code 12.50}. */
  public static BigInteger parseAmount(String text, Asset currency) {
    return Amount.parseSigned(Amount.requireShape(text), currency.scale());
  }

  /** Whether the price is in force at an instant. */
  public boolean isInForceAt(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }

  /** Writes the amount with the decimals of the currency. */
  public String text() {
    return Amount.text(minor, currency.scale());
  }

  ProductPrice until(@Nullable Instant end) {
    return new ProductPrice(currency, minor, from, end);
  }

  boolean overlaps(ProductPrice other) {
    return currency.equals(other.currency)
        && (to == null || other.from.isBefore(to))
        && (other.to == null || from.isBefore(other.to));
  }
}
