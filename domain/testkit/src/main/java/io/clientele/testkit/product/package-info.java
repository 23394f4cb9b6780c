/**
 * The contract of stores of products. Start at {@link
 * io.clientele.testkit.product.ProductsContract}.
 */
@NullMarked
package io.clientele.testkit.product;

import org.jspecify.annotations.NullMarked;
