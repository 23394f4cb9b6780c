/** The in-memory view staging passes its contract; faulty ones do not. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views.staging;
