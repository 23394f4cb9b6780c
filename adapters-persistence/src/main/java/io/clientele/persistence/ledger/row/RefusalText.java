package io.clientele.persistence.ledger.row;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Refusal;
import java.math.BigInteger;
import java.util.UUID;

/** A remembered refusal as one text: its name, and its values behind colons. */
public final class RefusalText {
  private RefusalText() {}

  public static String write(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Insufficient(var pocket, var missing) ->
          "insufficient:" + pocket + ":" + missing;
      case Refusal.Overflow(var pocket) -> "overflow:" + pocket;
      case Refusal.AboveRest(var leg, var rest) -> "above-rest:" + leg + ":" + rest;
      case Refusal.Frozen(var pocket) -> "frozen:" + pocket;
      case Refusal.Closed(var pocket) -> "closed:" + pocket;
      case Refusal.HoldOver(var state) -> "hold-over:" + state;
      case Refusal.NotReversible _ -> "not-reversible";
      case Refusal.NoSuchPocket _,
          Refusal.NoSuchParent _,
          Refusal.NoSuchLeg _,
          Refusal.AssetMismatch _,
          Refusal.HouseHold _ ->
          throw new IllegalArgumentException("this refusal is not remembered");
    };
  }

  public static Refusal read(String text) {
    var parts = text.split(":");
    return switch (parts[0]) {
      case "insufficient" -> new Refusal.Insufficient(pocket(parts[1]), new BigInteger(parts[2]));
      case "overflow" -> new Refusal.Overflow(pocket(parts[1]));
      case "above-rest" ->
          new Refusal.AboveRest(Integer.parseInt(parts[1]), new BigInteger(parts[2]));
      case "frozen" -> new Refusal.Frozen(pocket(parts[1]));
      case "closed" -> new Refusal.Closed(pocket(parts[1]));
      case "hold-over" -> new Refusal.HoldOver(Refusal.HoldEnd.valueOf(parts[1]));
      case "not-reversible" -> new Refusal.NotReversible();
      default -> throw new IllegalStateException("a stored refusal is unknown: " + parts[0]);
    };
  }

  private static PocketId pocket(String text) {
    return new PocketId(UUID.fromString(text));
  }
}
