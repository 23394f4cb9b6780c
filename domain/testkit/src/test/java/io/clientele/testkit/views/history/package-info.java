/** The in-memory view history and flush log pass their contracts; faulty ones do not. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views.history;
