package io.clientele.testkit.views.ledger;

import org.junit.jupiter.api.Test;

/** The part of {@link ViewLedgerContract} that makes random calls. */
public interface LedgerRandomCallsContract extends LedgerUnderTest {
  @Test
  default void callsInAnyOrderAnswerAsTheLedgerInMemoryDoes() {
    var ledger = ledger();
    for (var trial = 0; trial < Math.min(6, ledger.shards().count()); trial++) {
      new LedgerModelComparison(ledger, trial).run(40);
    }
  }
}
