/**
 * Placing an order: what a customer asks for, judged in a fixed order of refusals. Start at {@link
 * io.clientele.application.order.placing.PlaceOrder}.
 */
@NullMarked
package io.clientele.application.order.placing;

import org.jspecify.annotations.NullMarked;
