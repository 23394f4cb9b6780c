/** Tests of the proof of the ledger. */
@NullMarked
package io.clientele.domain.ledger.proof;

import org.jspecify.annotations.NullMarked;
