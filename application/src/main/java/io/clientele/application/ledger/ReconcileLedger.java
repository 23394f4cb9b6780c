package io.clientele.application.ledger;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.proof.LedgerProof;
import io.clientele.domain.ledger.proof.LedgerReconciliation;
import java.util.Objects;

/** Tells whether the ledger balances. */
public final class ReconcileLedger {
  private final LedgerProof proof;

  public ReconcileLedger(LedgerProof proof) {
    this.proof = Objects.requireNonNull(proof, "proof");
  }

  /** Compares all balances with the entries that explain them. */
  public Access<LedgerReconciliation> reconcile(Actor actor) {
    return Access.when(actor.may(LedgerPermission.VIEW_LEDGER), proof::reconcile);
  }
}
