/** Wires products. Start at {@link ProductModule}. */
@NullMarked
package io.clientele.bootstrap.product;

import org.jspecify.annotations.NullMarked;
