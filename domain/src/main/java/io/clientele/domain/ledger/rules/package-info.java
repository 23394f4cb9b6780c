/**
 * The rules by which transfers are booked or refused, as a pure function over balances. Uses
 * transfers and pockets. Start at {@link io.clientele.domain.ledger.rules.TransferRules}.
 */
@NullMarked
package io.clientele.domain.ledger.rules;

import org.jspecify.annotations.NullMarked;
