/**
 * The routes of assets and pockets. Those of transfers stand in {@link
 * io.clientele.http.ledger.transfer}. Start at {@link io.clientele.http.ledger.PocketRoutes}.
 */
@NullMarked
package io.clientele.http.ledger;

import org.jspecify.annotations.NullMarked;
