/**
 * Executes a request with an idempotency key once, and stores its response. The module does not
 * export this package. Start at {@link io.clientele.jdbc.change.OnceTransactions}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.jdbc.change;
