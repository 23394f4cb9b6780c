/** Tests of orders as their customers see them. */
@NullMarked
package io.clientele.http.order.customer;

import org.jspecify.annotations.NullMarked;
