package io.clientele.testkit.views.ledger;

import io.clientele.domain.views.ledger.ViewLedger;

/** The ledgers that a test of a {@link ViewLedger} provides. */
public interface LedgerUnderTest extends DirectLedgerUnderTest {
  @Override
  ViewLedger ledger();

  @Override
  ViewLedger unreachableLedger();
}
