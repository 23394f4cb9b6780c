/**
 * Transactions over a data source. The module does not export this package. Start at {@link
 * io.clientele.jdbc.transaction.Transactions}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.jdbc.transaction;
