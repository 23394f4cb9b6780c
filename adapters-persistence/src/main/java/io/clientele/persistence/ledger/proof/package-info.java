/**
 * The proof that the ledger balances, in PostgreSQL. Start at {@link
 * io.clientele.persistence.ledger.proof.JdbcLedgerProof}.
 */
@NullMarked
package io.clientele.persistence.ledger.proof;

import org.jspecify.annotations.NullMarked;
