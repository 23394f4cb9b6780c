/**
 * Orders and shipments on the operations front. Uses the use cases of orders. Start at {@link
 * io.clientele.http.order.OrderRoutes}.
 */
@NullMarked
package io.clientele.http.order;

import org.jspecify.annotations.NullMarked;
