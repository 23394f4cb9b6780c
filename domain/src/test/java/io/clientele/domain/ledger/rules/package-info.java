/** Tests of the rules of transfers. */
@NullMarked
package io.clientele.domain.ledger.rules;

import org.jspecify.annotations.NullMarked;
