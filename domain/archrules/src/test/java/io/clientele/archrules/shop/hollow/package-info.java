/** A package with nothing but this file: nobody lives here. */
@org.jspecify.annotations.NullMarked
package io.clientele.archrules.shop.hollow;
