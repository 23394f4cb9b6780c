/**
 * The contract of stores of products, and one in memory. Start at {@link
 * io.clientele.testkit.product.ProductsContract}.
 */
@NullMarked
package io.clientele.testkit.product;

import org.jspecify.annotations.NullMarked;
