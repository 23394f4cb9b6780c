/**
 * The use cases of the ledger. Uses the domain. Start at {@link
 * io.clientele.application.ledger.ReleaseExpiredHolds}.
 */
@NullMarked
package io.clientele.application.ledger;

import org.jspecify.annotations.NullMarked;
