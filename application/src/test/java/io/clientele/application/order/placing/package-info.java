/** Tests. Start at {@link io.clientele.application.order.placing.PlaceOrderTest}. */
@NullMarked
package io.clientele.application.order.placing;

import org.jspecify.annotations.NullMarked;
