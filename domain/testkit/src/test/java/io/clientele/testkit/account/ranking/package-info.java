/** The in-memory account ports pass their contracts; faulty ones do not. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.account.ranking;
