package io.clientele.testkit.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;

/** The ports that a test of {@link LedgerContract} provides: one empty store for each test. */
public interface LedgerPortsUnderTest {
  /** The ledger. */
  Ledger ledger();

  /** The pockets of the ledger. */
  Pockets pockets();

  /** The assets of the ledger. */
  Assets assets();

  /** A ledger of an unreachable server. A call must end within seconds. */
  Ledger unreachableLedger();

  /** Opens an account that may own pockets. */
  AccountId account();
}
