/** A package without classes. */
@org.jspecify.annotations.NullMarked
package io.clientele.archrules.shop.hollow;
