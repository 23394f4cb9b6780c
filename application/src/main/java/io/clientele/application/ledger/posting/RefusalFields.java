package io.clientele.application.ledger.posting;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.Transfer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the field of a transfer that a refusal is about. */
final class RefusalFields {
  private RefusalFields() {}

  /** Returns the path of the field; null if no single field is at fault. */
  static @Nullable String of(Transfer transfer, Refusal refusal) {
    if (refusal instanceof Refusal.NoSuchPocket absent) {
      return pocket(legs(transfer), absent.pocket());
    }
    if (refusal instanceof Refusal.AssetMismatch mismatch) {
      return leg(mismatch.leg()) + "/asset";
    }
    if (refusal instanceof Refusal.HouseHold hold) {
      return leg(hold.leg()) + "/from";
    }
    if (refusal instanceof Refusal.NoSuchLeg absent) {
      return part(transfer, absent.leg());
    }
    return refusal instanceof Refusal.NoSuchParent ? "parent" : null;
  }

  private static String leg(int number) {
    return "legs/" + (number - 1);
  }

  private static @Nullable String pocket(List<Leg> legs, PocketId pocket) {
    for (var i = 0; i < legs.size(); i++) {
      if (legs.get(i).from().equals(pocket)) {
        return "legs/" + i + "/from";
      }
      if (legs.get(i).to().equals(pocket)) {
        return "legs/" + i + "/to";
      }
    }
    return null;
  }

  private static @Nullable String part(Transfer transfer, int leg) {
    if (transfer.instruction() instanceof Instruction.Settle settle) {
      for (var i = 0; i < settle.parts().size(); i++) {
        if (settle.parts().get(i).leg() == leg) {
          return "legs/" + i + "/leg";
        }
      }
    }
    return null;
  }

  private static List<Leg> legs(Transfer transfer) {
    if (transfer.instruction() instanceof Instruction.Post post) {
      return post.legs();
    }
    return transfer.instruction() instanceof Instruction.Hold hold ? hold.legs() : List.of();
  }
}
