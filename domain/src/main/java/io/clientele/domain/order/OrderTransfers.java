package io.clientele.domain.order;

import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Part;
import io.clientele.domain.ledger.transfer.Instruction.Settle;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.domain.order.line.LineUnits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Creates the transfers of an order. The legs of its hold are the money, if it costs anything, and
 * then the stocked lines in their order.
 */
final class OrderTransfers {
  private OrderTransfers() {}

  /** Captures all that the order holds; empty if it holds nothing. */
  static List<Transfer> capture(Order order, Provenance by) {
    var all = new Settle(Settlement.CAPTURE, order.id().hold(), List.of(), false);
    return ifAnythingMoves(order, transfer(order.id().capture(), all, "order-capture", by));
  }

  /** Releases all that the order holds; empty if it holds nothing. */
  static List<Transfer> release(Order order, Provenance by) {
    var all = new Settle(Settlement.RELEASE, order.id().hold(), List.of(), false);
    return ifAnythingMoves(order, transfer(order.id().release(), all, "order-release", by));
  }

  /**
   * Moves back money and units of stocked lines; empty if there is nothing to move.
   *
   * @param money in minor units, 0 or more
   */
  static List<Transfer> reversal(
      Order order, BigInteger money, List<LineUnits> units, Provenance by) {
    var parts = new ArrayList<Part>();
    if (money.signum() > 0) {
      parts.add(new Part(1, new Amount(money)));
    }
    var legs = legs(order);
    for (var part : units) {
      var leg = legs.get(part.line());
      if (leg != null) {
        parts.add(new Part(leg, new Amount(part.units())));
      }
    }
    var settle = new Settle(Settlement.REVERSAL, order.id().capture(), parts, false);
    var id = order.id().reversal(order.version() + 1);
    return parts.isEmpty() ? List.of() : List.of(transfer(id, settle, "order-refund", by));
  }

  /** The number of the leg of each stocked line, by the line's number. */
  private static Map<Integer, Integer> legs(Order order) {
    var legs = new HashMap<Integer, Integer>();
    var next = order.sum().total().signum() > 0 ? 2 : 1;
    for (var line : order.lines()) {
      if (line.item().isStocked()) {
        legs.put(line.number(), next);
        next++;
      }
    }
    return legs;
  }

  private static List<Transfer> ifAnythingMoves(Order order, Transfer transfer) {
    return order.isMoving() ? List.of(transfer) : List.of();
  }

  private static Transfer transfer(
      TransferId id, Instruction instruction, String reason, Provenance by) {
    return new Transfer(id, instruction, new TransferNote(reason, Metadata.NONE, null), by.actor());
  }
}
