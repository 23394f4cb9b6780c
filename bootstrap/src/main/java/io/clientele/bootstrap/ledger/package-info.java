/** Wires the ledger. Start at {@link LedgerModule}. */
@NullMarked
package io.clientele.bootstrap.ledger;

import org.jspecify.annotations.NullMarked;
