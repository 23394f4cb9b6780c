/**
 * Transfers: the request of a client, its outcome, and {@link
 * io.clientele.domain.ledger.transfer.Ledger}, the port that books them. Uses assets and pockets of
 * the ledger. Start at {@link io.clientele.domain.ledger.transfer.Transfer}.
 */
@NullMarked
package io.clientele.domain.ledger.transfer;

import org.jspecify.annotations.NullMarked;
