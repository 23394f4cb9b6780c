/** Tests of transfers. */
@NullMarked
package io.clientele.domain.ledger.transfer;

import org.jspecify.annotations.NullMarked;
