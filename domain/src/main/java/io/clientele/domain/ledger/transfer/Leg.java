package io.clientele.domain.ledger.transfer;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.PocketId;
import java.util.Objects;

/** One movement of a transfer: an amount that leaves one pocket and arrives in another. */
public record Leg(PocketId from, PocketId to, AssetCode asset, Amount amount) {
  /** Throws {@link InvalidValue} if both pockets are one. */
  public Leg {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(amount, "amount");
    if (from.equals(to)) {
      throw new InvalidValue("to", "must be another pocket than from");
    }
  }
}
