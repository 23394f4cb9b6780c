package io.clientele.testkit.views.ledger;

import org.junit.jupiter.api.Test;

/**
 * Random calls have the results of the ledger in memory; a part of {@link DirectLedgerContract}.
 */
public interface LedgerRandomCallsContract extends DirectLedgerUnderTest {
  @Test
  default void randomCallsHaveTheResultsOfTheInMemoryLedger() {
    var ledger = ledger();
    for (var trial = 0; trial < Math.min(6, ledger.shards().count()); trial++) {
      new LedgerModelComparison(ledger, trial).run(40);
    }
  }
}
