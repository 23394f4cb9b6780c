package io.clientele.application.ledger;

import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.transfer.Balance;
import java.util.Objects;

/** A pocket and its balance. */
public record PocketBalance(Pocket pocket, Balance balance) {
  public PocketBalance {
    Objects.requireNonNull(pocket, "pocket");
    Objects.requireNonNull(balance, "balance");
  }
}
