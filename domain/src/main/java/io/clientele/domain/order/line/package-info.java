/**
 * The lines of an order and their shipments: how many units were packed, shipped, delivered,
 * returned and cancelled. Uses the kernel, the ledger and products. Start at {@link
 * io.clientele.domain.order.line.OrderLine}.
 */
@NullMarked
package io.clientele.domain.order.line;

import org.jspecify.annotations.NullMarked;
