/**
 * Products: what is sold, at which price, and in which pockets of the ledger its stock is. Uses the
 * kernel, identity and the ledger. Start at {@link io.clientele.domain.product.Product}.
 */
@NullMarked
package io.clientele.domain.product;

import org.jspecify.annotations.NullMarked;
