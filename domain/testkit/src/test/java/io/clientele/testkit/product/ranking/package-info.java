/** Tests of the in-memory ranking of products, and rankings with one fault each. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.product.ranking;
