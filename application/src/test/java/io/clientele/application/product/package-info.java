/** Tests of the use cases of products. */
@NullMarked
package io.clientele.application.product;

import org.jspecify.annotations.NullMarked;
