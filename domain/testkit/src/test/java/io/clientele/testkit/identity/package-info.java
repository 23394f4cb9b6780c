/** The in-memory identity ports pass their contracts; faulty ones do not. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.identity;
