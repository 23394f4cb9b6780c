package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.BookedTransfer.SettledLeg;
import io.clientele.domain.ledger.transfer.Refusal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The effect of one transfer if all its pockets allow it.
 *
 * @param statusMatters whether frozen and closed pockets refuse the transfer
 * @param refusal present if the parent refuses the transfer
 */
record TransferPlan(
    List<SettledLeg> legs,
    List<Movement> movements,
    List<HoldState> holds,
    boolean statusMatters,
    Optional<Refusal> refusal) {
  /** A change of one pocket by one leg. */
  record Movement(PocketId pocket, int leg, BigInteger delta, BigInteger heldDelta) {}

  static TransferPlan refused(Refusal refusal) {
    return new TransferPlan(List.of(), List.of(), List.of(), true, Optional.of(refusal));
  }
}
