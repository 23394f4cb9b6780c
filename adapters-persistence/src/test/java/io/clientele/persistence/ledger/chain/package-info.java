/** Tests of transfers in the audit's chain. */
@NullMarked
package io.clientele.persistence.ledger.chain;

import org.jspecify.annotations.NullMarked;
