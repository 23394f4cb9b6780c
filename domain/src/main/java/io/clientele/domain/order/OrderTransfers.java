package io.clientele.domain.order;

import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Hold;
import io.clientele.domain.ledger.transfer.Instruction.Part;
import io.clientele.domain.ledger.transfer.Instruction.Post;
import io.clientele.domain.ledger.transfer.Instruction.Settle;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.domain.order.line.LineUnits;
import io.clientele.domain.product.StockPockets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates the transfers of an order. The legs of its hold are the stocked lines in their order and
 * then the money, if it costs anything: the ledger tells goods that are short before money.
 *
 * @param version of the order before the change
 */
public record OrderTransfers(OrderId id, OrderContent content, long version) {
  public OrderTransfers {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(content, "content");
  }

  /**
   * The pockets of an order beside those of its products.
   *
   * @param payer of the account; null if the order costs nothing
   * @param revenue of the house, which receives the money
   * @param receivers of the account, for items that are assets
   */
  public record Parties(
      @Nullable PocketId payer, PocketId revenue, Map<AssetCode, PocketId> receivers) {
    public Parties {
      Objects.requireNonNull(revenue, "revenue");
      receivers = Map.copyOf(Objects.requireNonNull(receivers, "receivers"));
    }
  }

  /** The pocket of the house that receives the money of orders in a currency. */
  public static PocketId revenue(AssetCode currency) {
    return ofHouse("order-revenue:" + currency);
  }

  /** The pocket of the house that receives refunds whose payer's pocket is closed. */
  public static PocketId unclaimed(AssetCode currency) {
    return ofHouse("unclaimed:" + currency);
  }

  private static PocketId ofHouse(String text) {
    var bits = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    var high = bits.getMostSignificantBits() & ~0xf000L | 0x7000L;
    return new PocketId(new UUID(high, bits.getLeastSignificantBits()));
  }

  /** Holds the stocked lines and the money; empty if there is nothing to hold. */
  List<Transfer> hold(Parties parties, Duration lasting, Provenance by) {
    var legs = new ArrayList<Leg>();
    for (var line : content.lines()) {
      var asset = line.item().asset();
      if (asset != null) {
        var stock = StockPockets.of(line.item().product());
        var to = line.item().isShipped() ? stock.sold() : parties.receivers().get(asset);
        legs.add(
            new Leg(stock.main(), Objects.requireNonNull(to), asset, new Amount(line.quantity())));
      }
    }
    var sum = content.sum();
    if (sum.total().signum() > 0) {
      var payer = Objects.requireNonNull(parties.payer());
      legs.add(new Leg(payer, parties.revenue(), sum.currency().code(), new Amount(sum.total())));
    }
    return legs.isEmpty()
        ? List.of()
        : List.of(transfer(id.hold(), new Hold(legs, lasting, id.subject()), "order-hold", by));
  }

  /** Returns the transfers of a movement; empty if it moves nothing. */
  List<Transfer> book(Ruling.Movement movement, Provenance by) {
    if (movement instanceof Ruling.Movement.Reversal reversal) {
      return reversal(reversal, by);
    }
    if (!content.isMoving() || movement instanceof Ruling.Movement.None) {
      return List.of();
    }
    return movement instanceof Ruling.Movement.Capture
        ? List.of(transfer(id.capture(), all(Settlement.CAPTURE), "order-capture", by))
        : List.of(transfer(id.release(), all(Settlement.RELEASE), "order-release", by));
  }

  private Settle all(Settlement how) {
    return new Settle(how, id.hold(), List.of(), false);
  }

  private List<Transfer> reversal(Ruling.Movement.Reversal reversal, Provenance by) {
    var parts = new ArrayList<Part>();
    var legs = legs();
    for (var part : reversal.units()) {
      var leg = legs.get(part.line());
      if (leg != null) {
        parts.add(new Part(leg, new Amount(part.units())));
      }
    }
    if (reversal.money().signum() > 0) {
      parts.add(new Part(legs.size() + 1, new Amount(reversal.money())));
    }
    if (parts.isEmpty()) {
      return List.of();
    }
    var settle = new Settle(Settlement.REVERSAL, id.capture(), parts, false);
    var transfers = new ArrayList<Transfer>();
    transfers.add(transfer(id.reversal(version + 1), settle, "order-refund", by));
    if (!reversal.isRestocked()) {
      transfers.addAll(writeOff(reversal.units(), by));
    }
    return transfers;
  }

  /**
   * Returns these transfers of a change with the money that goes back to the payer sent to the
   * pocket of unclaimed money instead.
   */
  List<Transfer> unclaimed(List<Transfer> booked, Provenance by) {
    var money = legs().size() + 1;
    var all = new ArrayList<Transfer>();
    for (var one : booked) {
      if (one.instruction() instanceof Settle settle
          && settle.settlement() == Settlement.REVERSAL) {
        var goods = settle.parts().stream().filter(part -> part.leg() != money).toList();
        if (!goods.isEmpty()) {
          var rest = new Settle(Settlement.REVERSAL, settle.parent(), goods, false);
          all.add(new Transfer(one.id(), rest, one.note(), one.actor()));
        }
        settle.parts().stream()
            .filter(part -> part.leg() == money)
            .forEach(part -> all.add(unclaimed(part.amount(), by)));
      } else {
        all.add(one);
      }
    }
    return all;
  }

  private Transfer unclaimed(Amount amount, Provenance by) {
    var currency = content.sum().currency().code();
    var leg = new Leg(revenue(currency), unclaimed(currency), currency, amount);
    return transfer(id.unclaimed(version + 1), new Post(List.of(leg)), "order-unclaimed", by);
  }

  /** Takes goods that came back out of the warehouse again. */
  private List<Transfer> writeOff(List<LineUnits> units, Provenance by) {
    var legs = new ArrayList<Leg>();
    for (var part : units) {
      var item = content.lines().get(part.line() - 1).item();
      var asset = item.asset();
      if (item.isShipped() && asset != null) {
        var stock = StockPockets.of(item.product());
        legs.add(new Leg(stock.main(), stock.writtenOff(), asset, new Amount(part.units())));
      }
    }
    return legs.isEmpty()
        ? List.of()
        : List.of(transfer(id.transfer(version + 1), new Post(legs), "order-write-off", by));
  }

  /** The number of the leg of each stocked line, by the line's number. */
  private Map<Integer, Integer> legs() {
    var legs = new HashMap<Integer, Integer>();
    var next = 1;
    for (var line : content.lines()) {
      if (line.item().isStocked()) {
        legs.put(line.number(), next);
        next++;
      }
    }
    return legs;
  }

  private static Transfer transfer(
      TransferId id, Instruction instruction, String reason, Provenance by) {
    return new Transfer(id, instruction, new TransferNote(reason, Metadata.NONE, null), by.actor());
  }
}
