/** Tests of products on PostgreSQL. */
@NullMarked
package io.clientele.persistence.product;

import org.jspecify.annotations.NullMarked;
