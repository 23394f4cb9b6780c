/**
 * Orders as their customers see them, at the store. Uses the use cases of orders, and what orders
 * of the operations front share. Start at {@link OwnOrderRoutes}.
 */
@NullMarked
package io.clientele.http.order.customer;

import org.jspecify.annotations.NullMarked;
