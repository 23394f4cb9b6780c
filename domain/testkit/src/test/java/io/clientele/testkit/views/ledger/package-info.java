/** The in-memory view ledger passes its contract; faulty ones do not. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views.ledger;
