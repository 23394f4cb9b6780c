/** Tests of orders over HTTP. Start at {@link io.clientele.http.order.OrderRoutesTest}. */
@NullMarked
package io.clientele.http.order;

import org.jspecify.annotations.NullMarked;
