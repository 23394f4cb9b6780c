/**
 * Orders: what an order is, what may happen to it, and which transfers go with it. An order holds
 * money and goods by one transfer of the ledger. Uses the kernel, identity, the ledger and
 * products. Start at {@link io.clientele.domain.order.Order}.
 */
@NullMarked
package io.clientele.domain.order;

import org.jspecify.annotations.NullMarked;
