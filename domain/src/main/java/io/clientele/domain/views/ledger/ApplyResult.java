package io.clientele.domain.views.ledger;

import io.clientele.domain.views.ApplyVerdict;
import java.util.Objects;

/**
 * The result of applying a batch.
 *
 * @param rejected views beyond 2^63 - 1, the greatest total
 */
public record ApplyResult(ApplyVerdict verdict, long rejected) {
  public ApplyResult {
    Objects.requireNonNull(verdict, "verdict");
  }
}
