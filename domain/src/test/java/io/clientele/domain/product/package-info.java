/** Tests of products. */
@NullMarked
package io.clientele.domain.product;

import org.jspecify.annotations.NullMarked;
