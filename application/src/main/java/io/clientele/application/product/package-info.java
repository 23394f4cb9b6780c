/**
 * The use cases of products: what is sold, at which price, and how much of it there is. Uses the
 * domain. Start at {@link io.clientele.application.product.CreateProduct}.
 */
@NullMarked
package io.clientele.application.product;

import org.jspecify.annotations.NullMarked;
