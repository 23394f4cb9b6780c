package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger that stores facts only and sums them for every question. Amounts are small, so {@code
 * long} suffices. Names each outcome by one word.
 */
final class NaiveLedger {
  private final Map<PocketId, Pocket> pockets = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final Map<TransferId, Transfer> transfers = new HashMap<>();
  private final Map<TransferId, String> ends = new HashMap<>();

  /** An amount that a leg of a transfer posted, held or reversed. */
  private record Fact(String kind, PocketId pocket, TransferId about, int leg, long amount) {}

  void add(Pocket pocket) {
    pockets.put(pocket.id(), pocket);
  }

  String post(Transfer transfer) {
    var first = transfers.get(transfer.id());
    if (first != null) {
      return first.differences(transfer).isEmpty() ? "again " + ends.get(transfer.id()) : "differs";
    }
    var before = facts.size();
    var end = tryOut(transfer);
    if (!end.equals("booked")) {
      facts.subList(before, facts.size()).clear();
    }
    if (!end.startsWith("forget")) {
      transfers.put(transfer.id(), transfer);
      ends.put(transfer.id(), end);
    }
    return end;
  }

  long posted(PocketId pocket) {
    return sum("posted", pocket);
  }

  long held(PocketId pocket) {
    return sum("held", pocket);
  }

  private long sum(String kind, PocketId pocket) {
    return facts.stream()
        .filter(fact -> fact.kind.equals(kind) && fact.pocket.equals(pocket))
        .mapToLong(Fact::amount)
        .sum();
  }

  private long sum(String kind, TransferId about, int leg) {
    return facts.stream()
        .filter(fact -> fact.kind.equals(kind) && fact.about.equals(about) && fact.leg == leg)
        .mapToLong(Fact::amount)
        .sum();
  }

  private String tryOut(Transfer transfer) {
    var before = new HashMap<PocketId, Long>();
    pockets.keySet().forEach(id -> before.put(id, posted(id) - held(id)));
    var end = record(transfer);
    if (!end.equals("booked")) {
      return end;
    }
    for (var pocket : pockets.values()) {
      var floor = pocket.floor();
      var available = posted(pocket.id()) - held(pocket.id());
      if (floor != null
          && available < floor.longValueExact()
          && available < before.get(pocket.id())) {
        return "insufficient";
      }
    }
    return "booked";
  }

  private String record(Transfer transfer) {
    if (transfer.instruction() instanceof Instruction.Post post) {
      for (var i = 0; i < post.legs().size(); i++) {
        move(
            transfer.id(),
            i + 1,
            post.legs().get(i),
            post.legs().get(i).amount().minor().longValue());
      }
      return status(post.legs());
    }
    if (transfer.instruction() instanceof Instruction.Hold hold) {
      if (hold.legs().stream().anyMatch(leg -> pockets.get(leg.from()).floor() == null)) {
        return "forget";
      }
      for (var i = 0; i < hold.legs().size(); i++) {
        var leg = hold.legs().get(i);
        facts.add(
            new Fact("held", leg.from(), transfer.id(), i + 1, leg.amount().minor().longValue()));
      }
      return status(hold.legs());
    }
    return settle(transfer, (Instruction.Settle) transfer.instruction());
  }

  private String settle(Transfer transfer, Instruction.Settle settle) {
    var isReversal = settle.settlement() == Settlement.REVERSAL;
    var parent = transfers.get(settle.parent());
    if (parent == null || !"booked".equals(ends.get(settle.parent()))) {
      return "forget";
    }
    if (isReversal) {
      if (parent.instruction() instanceof Instruction.Hold
          || parent.instruction() instanceof Instruction.Settle of
              && of.settlement() != Settlement.CAPTURE) {
        return "not reversible";
      }
    } else if (!(parent.instruction() instanceof Instruction.Hold)) {
      return "forget";
    }
    var hold = isReversal ? null : (Instruction.Hold) parent.instruction();
    var rests = new HashMap<Integer, Long>();
    var legs = new HashMap<Integer, Leg>();
    for (var number = 1; number <= 3; number++) {
      var leg = leg(parent, number);
      if (leg != null) {
        legs.put(number, leg);
        rests.put(number, rest(settle, number));
      }
    }
    if (hold != null && rests.values().stream().allMatch(rest -> rest == 0)) {
      return "over";
    }
    var taken = new HashMap<Integer, Long>();
    for (var part : settle.parts()) {
      if (!rests.containsKey(part.leg())) {
        return "forget";
      }
      if (part.amount().minor().longValue() > rests.get(part.leg())) {
        return "above rest";
      }
      taken.put(part.leg(), part.amount().minor().longValue());
    }
    if (taken.isEmpty()) {
      rests.forEach((number, rest) -> taken.put(number, rest));
      taken.values().removeIf(rest -> rest == 0);
    }
    if (taken.isEmpty()) {
      return "above rest";
    }
    for (var number : taken.keySet().stream().sorted().toList()) {
      book(transfer, settle, legs.get(number), number, taken.get(number));
    }
    if (settle.isFinal()) {
      for (var number : legs.keySet()) {
        var rest = rest(settle, number);
        facts.add(new Fact("held", legs.get(number).from(), settle.parent(), number, -rest));
      }
    }
    return settle.settlement() == Settlement.RELEASE
        ? "booked"
        : status(taken.keySet().stream().sorted().map(legs::get).toList());
  }

  /** The amount of a leg that can still be settled. */
  private long rest(Instruction.Settle settle, int number) {
    return settle.settlement() == Settlement.REVERSAL
        ? sum("moved", settle.parent(), number) - sum("back", settle.parent(), number)
        : sum("held", settle.parent(), number);
  }

  private void book(
      Transfer transfer, Instruction.Settle settle, Leg leg, int number, long amount) {
    switch (settle.settlement()) {
      case CAPTURE -> {
        facts.add(new Fact("held", leg.from(), settle.parent(), number, -amount));
        move(transfer.id(), number, leg, amount);
      }
      case RELEASE -> facts.add(new Fact("held", leg.from(), settle.parent(), number, -amount));
      case REVERSAL -> {
        facts.add(new Fact("back", leg.from(), settle.parent(), number, amount));
        facts.add(new Fact("posted", leg.to(), transfer.id(), number, -amount));
        facts.add(new Fact("posted", leg.from(), transfer.id(), number, amount));
      }
    }
  }

  private void move(TransferId id, int number, Leg leg, long amount) {
    facts.add(new Fact("moved", leg.from(), id, number, amount));
    facts.add(new Fact("posted", leg.from(), id, number, -amount));
    facts.add(new Fact("posted", leg.to(), id, number, amount));
  }

  private Leg leg(Transfer parent, int number) {
    List<Leg> legs;
    if (parent.instruction() instanceof Instruction.Post post) {
      legs = post.legs();
    } else if (parent.instruction() instanceof Instruction.Hold hold) {
      legs = hold.legs();
    } else {
      var capture = (Instruction.Settle) parent.instruction();
      return sum("moved", parent.id(), number) == 0
          ? null
          : leg(transfers.get(capture.parent()), number);
    }
    return number <= legs.size() ? legs.get(number - 1) : null;
  }

  private String status(List<Leg> legs) {
    for (var leg : legs) {
      for (var id : List.of(leg.from(), leg.to())) {
        if (pockets.get(id).status() != Pocket.Status.OPEN) {
          return pockets.get(id).status() == Pocket.Status.FROZEN ? "frozen" : "closed";
        }
      }
    }
    return "booked";
  }
}
