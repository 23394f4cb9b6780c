/**
 * The rows of pockets and transfers. Uses the ledger of the domain, encryption and jdbc. Start at
 * {@link TransferRow}.
 */
@NullMarked
package io.clientele.persistence.ledger.row;

import org.jspecify.annotations.NullMarked;
