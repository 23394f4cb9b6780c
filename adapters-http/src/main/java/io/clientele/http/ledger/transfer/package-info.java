/**
 * The routes of transfers: how a transfer is read, written and refused. Start at {@link
 * io.clientele.http.ledger.transfer.TransferRoutes}.
 */
@NullMarked
package io.clientele.http.ledger.transfer;

import org.jspecify.annotations.NullMarked;
