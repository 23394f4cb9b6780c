/**
 * What the list of a customer shows of its orders. Uses the order context. Start at {@link
 * io.clientele.domain.order.summary.OrderSummaries}.
 */
@NullMarked
package io.clientele.domain.order.summary;

import org.jspecify.annotations.NullMarked;
