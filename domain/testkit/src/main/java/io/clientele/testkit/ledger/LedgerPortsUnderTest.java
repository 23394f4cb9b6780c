package io.clientele.testkit.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;

/** What a test of {@link LedgerContract} provides: one empty store for each test. */
public interface LedgerPortsUnderTest {
  /** The ledger. */
  Ledger ledger();

  /** Its pockets. */
  Pockets pockets();

  /** Its assets. */
  Assets assets();

  /** A ledger whose server cannot be reached; a call must end within seconds. */
  Ledger ledgerAway();

  /** Makes an account that may own pockets. */
  AccountId account();
}
