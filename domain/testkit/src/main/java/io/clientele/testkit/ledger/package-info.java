/**
 * Contracts for the ports of the ledger. Start at {@link
 * io.clientele.testkit.ledger.LedgerContract}.
 */
@NullMarked
package io.clientele.testkit.ledger;

import org.jspecify.annotations.NullMarked;
