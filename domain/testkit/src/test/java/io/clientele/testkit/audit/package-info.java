/** The in-memory audit trail passes its contracts. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.audit;
