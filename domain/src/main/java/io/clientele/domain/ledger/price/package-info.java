/**
 * Prices of assets, and portfolios that are valued by them. Uses assets of the ledger. Start at
 * {@link io.clientele.domain.ledger.price.Portfolio}.
 */
@NullMarked
package io.clientele.domain.ledger.price;

import org.jspecify.annotations.NullMarked;
