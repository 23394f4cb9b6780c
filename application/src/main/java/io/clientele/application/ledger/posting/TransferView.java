package io.clientele.application.ledger.posting;

import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.BookedTransfer.SettledLeg;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A decided transfer, as an actor may see it.
 *
 * @param legs that the actor may see; for a refused transfer the requested ones
 * @param scales of the assets of all legs
 * @param disclosure the other parts that the actor may see
 */
public record TransferView(
    BookedTransfer transfer,
    List<SettledLeg> legs,
    Map<AssetCode, Integer> scales,
    Disclosure disclosure) {
  public TransferView {
    Objects.requireNonNull(transfer, "transfer");
    Objects.requireNonNull(legs, "legs");
    Objects.requireNonNull(scales, "scales");
    Objects.requireNonNull(disclosure, "disclosure");
  }

  /** How much an actor sees besides the legs. */
  public enum Disclosure {
    /** Everything. */
    ALL,
    /** The metadata, but not who posted the transfer. */
    OWN,
    /** Neither metadata nor who posted the transfer. */
    LEGS
  }

  /** The amount of a leg, as clients write it. */
  public String amount(SettledLeg leg) {
    return text(leg.leg().asset(), leg.leg().amount());
  }

  private String text(AssetCode asset, Amount amount) {
    return amount.text(Objects.requireNonNull(scales.get(asset)));
  }
}
