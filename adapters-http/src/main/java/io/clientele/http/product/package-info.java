/**
 * The routes of products on the operations front. Uses the use cases of products and the shared
 * packages. Start at {@link ProductRoutes}.
 */
@NullMarked
package io.clientele.http.product;

import org.jspecify.annotations.NullMarked;
