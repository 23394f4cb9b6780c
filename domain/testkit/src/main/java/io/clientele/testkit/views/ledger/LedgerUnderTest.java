package io.clientele.testkit.views.ledger;

import io.clientele.domain.views.ledger.ViewLedger;
import java.util.Collection;

/** The ledgers that a test of a {@link ViewLedger} provides. */
public interface LedgerUnderTest extends DirectLedgerUnderTest {
  @Override
  ViewLedger ledger();

  @Override
  ViewLedger unreachableLedger();

  /** All copies in the quarantine of {@link #ledger}, in any order. A batch may have two copies. */
  Collection<QuarantinedBatch> quarantined();
}
