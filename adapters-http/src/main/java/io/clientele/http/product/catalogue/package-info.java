/**
 * The catalogue of the store: what customers and visitors see of products, in records of its own.
 * Uses the use cases of the catalogue and the shared packages. Start at {@link CatalogueRoutes}.
 */
@NullMarked
package io.clientele.http.product.catalogue;

import org.jspecify.annotations.NullMarked;
