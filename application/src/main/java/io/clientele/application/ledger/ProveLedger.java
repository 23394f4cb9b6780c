package io.clientele.application.ledger;

import io.clientele.domain.ledger.proof.LedgerProof;
import io.clientele.domain.ledger.proof.LedgerProof.DayProof;
import java.util.Objects;

/**
 * Proves the whole days that are over, and reconciles the rest. Any process may run it, several at
 * once too.
 */
public final class ProveLedger {
  private static final int DAYS_MAX = 31;

  private final LedgerProof proof;

  public ProveLedger(LedgerProof proof) {
    this.proof = Objects.requireNonNull(proof, "proof");
  }

  /** Returns whether the ledger balances; proves up to 31 days first. */
  public boolean prove() {
    var day = proof.proveNextDay();
    for (var days = 1; day == DayProof.PROVED && days < DAYS_MAX; days++) {
      day = proof.proveNextDay();
    }
    return day != DayProof.BROKEN && proof.reconcile().isBalanced();
  }
}
