/**
 * Use cases of orders. Uses the order context of the domain and what it may use. Start at {@link
 * io.clientele.application.order.ExpireOrders}.
 */
@NullMarked
package io.clientele.application.order;

import org.jspecify.annotations.NullMarked;
