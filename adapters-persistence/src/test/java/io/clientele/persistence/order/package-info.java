/** Tests of orders. Start at {@link io.clientele.persistence.order.JdbcOrdersIT}. */
@NullMarked
package io.clientele.persistence.order;

import org.jspecify.annotations.NullMarked;
