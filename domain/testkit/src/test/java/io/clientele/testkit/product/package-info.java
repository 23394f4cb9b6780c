/** Tests of products in memory. */
@NullMarked
package io.clientele.testkit.product;

import org.jspecify.annotations.NullMarked;
