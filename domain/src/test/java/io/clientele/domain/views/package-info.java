/** Tests of the view counter's values; the search of interleavings stands beside them. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views;
