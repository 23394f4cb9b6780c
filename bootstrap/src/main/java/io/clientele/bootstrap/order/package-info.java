/** Wires orders. Start at {@link OrderModule}. */
@NullMarked
package io.clientele.bootstrap.order;

import org.jspecify.annotations.NullMarked;
