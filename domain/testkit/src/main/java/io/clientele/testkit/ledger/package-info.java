/**
 * Contracts for the ports of the ledger, and the ledger in memory. Start at {@link
 * io.clientele.testkit.ledger.LedgerContract}.
 */
@NullMarked
package io.clientele.testkit.ledger;

import org.jspecify.annotations.NullMarked;
