/**
 * The use cases of assets and pockets. Those of transfers stand in {@link
 * io.clientele.application.ledger.transfer}. Uses the domain. Start at {@link
 * io.clientele.application.ledger.OpenPocket}.
 */
@NullMarked
package io.clientele.application.ledger;

import org.jspecify.annotations.NullMarked;
