/**
 * The ledger on PostgreSQL: three statements with arrays for a batch of transfers. Uses the ledger
 * of the domain and the shared packages. Start at {@link JdbcLedger}.
 */
@NullMarked
package io.clientele.persistence.ledger;

import org.jspecify.annotations.NullMarked;
