/** Tests of the log in which a writer keeps its unacknowledged batches. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views.staging;
