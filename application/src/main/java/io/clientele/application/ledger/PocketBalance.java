package io.clientele.application.ledger;

import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.transfer.Balance;

/** A pocket and what it holds. */
public record PocketBalance(Pocket pocket, Balance balance) {}
