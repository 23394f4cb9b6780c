/** Tests of the values of the ledger. */
@NullMarked
package io.clientele.domain.ledger;

import org.jspecify.annotations.NullMarked;
