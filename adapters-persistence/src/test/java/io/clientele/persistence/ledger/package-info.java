/** Tests of the ledger on PostgreSQL. */
@NullMarked
package io.clientele.persistence.ledger;

import org.jspecify.annotations.NullMarked;
