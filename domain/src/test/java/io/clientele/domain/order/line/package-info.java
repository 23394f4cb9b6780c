/** Tests of lines. Start at {@link io.clientele.domain.order.line.OrderLineTest}. */
@NullMarked
package io.clientele.domain.order.line;

import org.jspecify.annotations.NullMarked;
