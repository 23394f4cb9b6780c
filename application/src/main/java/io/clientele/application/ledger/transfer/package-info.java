/**
 * The use cases of transfers. They share {@link io.clientele.application.ledger.posting}. Uses the
 * domain. Start at {@link io.clientele.application.ledger.transfer.PostTransfer}.
 */
@NullMarked
package io.clientele.application.ledger.transfer;

import org.jspecify.annotations.NullMarked;
