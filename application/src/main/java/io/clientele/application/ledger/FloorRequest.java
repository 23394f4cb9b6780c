package io.clientele.application.ledger;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The floor of a pocket in a request.
 *
 * @param isGiven whether the request names a floor
 * @param text an amount such as {@code -100.00}; null for no floor
 */
public record FloorRequest(boolean isGiven, @Nullable String text) {
  /** A request without a floor. */
  public static final FloorRequest NONE = new FloorRequest(false, null);

  /**
   * Returns the floor in minor units; null for none.
   *
   * @param otherwise the floor if the request names none
   * @throws InvalidValue of the field {@code floor}
   */
  @Nullable BigInteger resolve(Asset asset, @Nullable BigInteger otherwise) {
    if (!isGiven) {
      return otherwise;
    }
    try {
      return text == null ? null : Amount.parseSigned(text, asset.scale());
    } catch (InvalidValue broken) {
      throw new InvalidValue("floor", broken.faults().get(0).rule());
    }
  }
}
