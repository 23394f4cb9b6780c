package io.clientele.domain.views.ledger;

import io.clientele.domain.views.ApplyVerdict;

/**
 * What became of a batch.
 *
 * @param rejected views that no total could take, for it stands at 2^63 - 1
 */
public record ApplyResult(ApplyVerdict verdict, long rejected) {}
