/**
 * Lets readers wait for changes of orders. Shared within a process; not a use case. Uses the order
 * context of the domain. Start at {@link io.clientele.application.order.watch.OrderWatch}.
 */
@NullMarked
package io.clientele.application.order.watch;

import org.jspecify.annotations.NullMarked;
