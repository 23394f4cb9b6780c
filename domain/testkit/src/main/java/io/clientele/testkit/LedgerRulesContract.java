package io.clientele.testkit;

import org.junit.jupiter.api.Test;

/** The part of {@link ViewLedgerContract} that tries what nobody has thought of. */
public interface LedgerRulesContract extends LedgerUnderTest {
  @Test
  default void callsInAnyOrderAnswerAsTheLedgerInMemoryDoes() {
    var ledger = ledger();
    for (var trial = 0; trial < Math.min(6, ledger.shards().count()); trial++) {
      new LedgerTrial(ledger, trial).run(40);
    }
  }
}
