/**
 * The ledger: assets, pockets that hold them, prices, and their ports. Transfers between pockets
 * stand in {@link io.clientele.domain.ledger.transfer}. Uses the kernel and identity. Start at
 * {@link Pocket}.
 */
@NullMarked
package io.clientele.domain.ledger;

import org.jspecify.annotations.NullMarked;
