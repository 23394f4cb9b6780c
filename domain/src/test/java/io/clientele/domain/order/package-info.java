/** Tests of orders. Start at {@link io.clientele.domain.order.OrderCommandsTest}. */
@NullMarked
package io.clientele.domain.order;

import org.jspecify.annotations.NullMarked;
