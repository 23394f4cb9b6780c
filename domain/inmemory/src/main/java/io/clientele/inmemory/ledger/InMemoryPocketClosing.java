package io.clientele.inmemory.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.transfer.Balance;
import io.clientele.inmemory.kernel.InMemoryErasureVeto;
import io.clientele.inmemory.kernel.InMemoryPersonalDataEraser;
import java.util.Optional;

/** Closes and erases the pockets of an account in memory. Safe for use by many threads. */
public final class InMemoryPocketClosing
    implements InMemoryErasureVeto, InMemoryPersonalDataEraser {
  private static final Change.Veto NOT_EMPTY =
      new Change.Veto("pockets-not-empty", "Empty the pockets of the account first.");

  private final InMemoryLedger ledger;

  /** Closes pockets of this ledger. */
  public InMemoryPocketClosing(InMemoryLedger ledger) {
    this.ledger = ledger;
  }

  /** Closes the pockets of the account if they are empty. */
  @Override
  public Optional<Change.Veto> ask(AccountId account, Provenance by) {
    synchronized (ledger) {
      var own =
          ledger.rows().pockets().stream()
              .filter(pocket -> account.equals(pocket.owner()))
              .toList();
      if (!own.stream().map(Pocket::id).map(ledger::balance).allMatch(Balance::isEmpty)) {
        return Optional.of(NOT_EMPTY);
      }
      own.stream()
          .map(pocket -> pocket.amend(Pocket.Status.CLOSED, pocket.floor(), by))
          .filter(change -> !change.isNone())
          .forEach(ledger::amend);
      ledger.rows().end(account);
      return Optional.empty();
    }
  }

  @Override
  public void erase(AccountId account, Provenance by) {
    synchronized (ledger) {
      ledger.rows().erase(account);
    }
  }
}
