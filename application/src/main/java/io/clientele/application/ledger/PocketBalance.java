package io.clientele.application.ledger;

import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.transfer.Balance;

/** A pocket and its balance. */
public record PocketBalance(Pocket pocket, Balance balance) {}
