/**
 * The use cases of the catalogue, which customers and visitors see. Uses the use cases of products
 * and the domain. Start at {@link io.clientele.application.product.catalogue.ShowCatalogueProduct}.
 */
@NullMarked
package io.clientele.application.product.catalogue;

import org.jspecify.annotations.NullMarked;
