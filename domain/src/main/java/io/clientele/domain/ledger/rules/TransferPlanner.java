package io.clientele.domain.ledger.rules;

import static java.math.BigInteger.ZERO;

import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.rules.TransferPlan.Movement;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.BookedTransfer.SettledLeg;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.Refusal.HoldEnd;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Turns one transfer into movements of pockets and holds; checks its parent, but no balances. */
final class TransferPlanner {
  private final LedgerDraft draft;
  private final Transfer transfer;
  private final Instant at;
  private final List<SettledLeg> legs = new ArrayList<>();
  private final List<Movement> movements = new ArrayList<>();
  private final List<HoldState> holds = new ArrayList<>();

  private TransferPlanner(LedgerDraft draft, Transfer transfer, Instant at) {
    this.draft = draft;
    this.transfer = transfer;
    this.at = at;
  }

  /** Plans a transfer that is booked at this instant. */
  static TransferPlan plan(LedgerDraft draft, Transfer transfer, Instant at) {
    var planner = new TransferPlanner(draft, transfer, at);
    var instruction = transfer.instruction();
    if (instruction instanceof Instruction.Post post) {
      return planner.post(post.legs());
    }
    if (instruction instanceof Instruction.Hold hold) {
      return planner.hold(hold);
    }
    var settle = (Instruction.Settle) instruction;
    return settle.settlement() == Settlement.REVERSAL
        ? planner.reverse(settle)
        : planner.settle(settle);
  }

  private TransferPlan post(List<Leg> asked) {
    for (var leg : asked) {
      move(legs.size() + 1, leg, ZERO);
    }
    return done(true);
  }

  private TransferPlan hold(Instruction.Hold hold) {
    for (var leg : hold.legs()) {
      var number = legs.size() + 1;
      var amount = leg.amount().minor();
      legs.add(new SettledLeg(number, leg));
      movements.add(new Movement(leg.from(), number, ZERO, amount));
      holds.add(
          new HoldState(
              transfer.id(),
              number,
              leg.from(),
              amount,
              at.plus(hold.expiresIn()),
              hold.owner(),
              null));
    }
    return done(true);
  }

  private TransferPlan settle(Instruction.Settle settle) {
    var parent = draft.transfer(settle.parent());
    var rests = draft.hold(settle.parent());
    if (parent == null || rests.isEmpty()) {
      return TransferPlan.refused(new Refusal.NoSuchParent());
    }
    var isCapture = settle.settlement() == Settlement.CAPTURE;
    var over = over(rests, isCapture);
    if (over.isPresent()) {
      return TransferPlan.refused(over.get());
    }
    var amounts = new TreeMap<Integer, BigInteger>();
    rests.forEach((number, rest) -> amounts.put(number, rest.rest()));
    var asked = amounts(settle, amounts);
    if (asked instanceof Asked.Wrong wrong) {
      return TransferPlan.refused(wrong.refusal());
    }
    for (var one : ((Asked.Amounts) asked).byLeg().entrySet()) {
      var rest = Objects.requireNonNull(rests.get(one.getKey()));
      settleLeg(settle, rest, parentLeg(parent, one.getKey()), one.getValue());
    }
    if (settle.isFinal()) {
      releaseRest(parent, rests);
    }
    return done(isCapture);
  }

  private void settleLeg(Instruction.Settle settle, HoldState rest, Leg leg, BigInteger amount) {
    var part = new Leg(leg.from(), leg.to(), leg.asset(), new Amount(amount));
    if (settle.settlement() == Settlement.CAPTURE) {
      var released = settle.isFinal() ? rest.rest() : amount;
      move(rest.leg(), part, released.negate());
      holds.add(rest.minus(released, HoldEnd.CAPTURED));
    } else {
      legs.add(new SettledLeg(rest.leg(), part));
      movements.add(new Movement(leg.from(), rest.leg(), ZERO, amount.negate()));
      holds.add(rest.minus(amount, releaseEnd(settle.parent())));
    }
  }

  /** Releases the legs that a final capture does not name. */
  private void releaseRest(BookedTransfer parent, Map<Integer, HoldState> rests) {
    for (var rest : rests.values()) {
      var isCaptured = legs.stream().anyMatch(leg -> leg.number() == rest.leg());
      if (!isCaptured && !rest.isOver()) {
        var from = parentLeg(parent, rest.leg()).from();
        movements.add(new Movement(from, rest.leg(), ZERO, rest.rest().negate()));
        holds.add(rest.minus(rest.rest(), HoldEnd.RELEASED));
      }
    }
  }

  private HoldEnd releaseEnd(TransferId hold) {
    return transfer.id().equals(HoldExpiry.releaseOf(hold)) ? HoldEnd.EXPIRED : HoldEnd.RELEASED;
  }

  /** Returns why nothing of the hold can be settled. */
  private Optional<Refusal> over(Map<Integer, HoldState> rests, boolean isCapture) {
    HoldEnd end = null;
    for (var rest : rests.values()) {
      if (!rest.isOver()) {
        return isCapture && rest.isExpired(at)
            ? Optional.of(new Refusal.HoldOver(HoldEnd.EXPIRED))
            : Optional.empty();
      }
      end = end == null || rest.ended() == HoldEnd.CAPTURED ? rest.ended() : end;
    }
    return end == null ? Optional.empty() : Optional.of(new Refusal.HoldOver(end));
  }

  private TransferPlan reverse(Instruction.Settle settle) {
    var parent = draft.transfer(settle.parent());
    if (parent == null || !parent.isBooked()) {
      return TransferPlan.refused(new Refusal.NoSuchParent());
    }
    if (!isReversible(parent)) {
      return TransferPlan.refused(new Refusal.NotReversible());
    }
    var rests = new TreeMap<Integer, BigInteger>();
    for (var leg : parent.legs()) {
      var reversed = draft.reversed(parent.id(), leg.number());
      rests.put(leg.number(), leg.leg().amount().minor().subtract(reversed));
    }
    var asked = amounts(settle, rests);
    if (asked instanceof Asked.Wrong wrong) {
      return TransferPlan.refused(wrong.refusal());
    }
    for (var one : ((Asked.Amounts) asked).byLeg().entrySet()) {
      var leg = parentLeg(parent, one.getKey());
      move(
          one.getKey(),
          new Leg(leg.to(), leg.from(), leg.asset(), new Amount(one.getValue())),
          ZERO);
    }
    return done(true);
  }

  private static boolean isReversible(BookedTransfer parent) {
    var instruction = parent.transfer().instruction();
    return instruction instanceof Instruction.Post
        || instruction instanceof Instruction.Settle settle
            && settle.settlement() == Settlement.CAPTURE;
  }

  /** Returns the amounts that a settlement takes of the rests of its parent. */
  private static Asked amounts(Instruction.Settle settle, Map<Integer, BigInteger> rests) {
    var taken = new TreeMap<Integer, BigInteger>();
    for (var part : settle.parts()) {
      var rest = rests.get(part.leg());
      if (rest == null) {
        return new Asked.Wrong(new Refusal.NoSuchLeg(part.leg()));
      }
      if (part.amount().minor().compareTo(rest) > 0) {
        return new Asked.Wrong(new Refusal.AboveRest(part.leg(), rest));
      }
      taken.put(part.leg(), part.amount().minor());
    }
    if (settle.parts().isEmpty()) {
      rests.forEach((leg, rest) -> takeWhole(taken, leg, rest));
    }
    return taken.isEmpty()
        ? new Asked.Wrong(new Refusal.AboveRest(rests.keySet().iterator().next(), ZERO))
        : new Asked.Amounts(taken);
  }

  private static void takeWhole(Map<Integer, BigInteger> taken, int leg, BigInteger rest) {
    if (rest.signum() > 0) {
      taken.put(leg, rest);
    }
  }

  private static Leg parentLeg(BookedTransfer parent, int number) {
    return parent.legs().stream()
        .filter(leg -> leg.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a hold has a leg that its transfer has not"))
        .leg();
  }

  private void move(int number, Leg leg, BigInteger heldDelta) {
    var amount = leg.amount().minor();
    legs.add(new SettledLeg(number, leg));
    movements.add(new Movement(leg.from(), number, amount.negate(), heldDelta));
    movements.add(new Movement(leg.to(), number, amount, ZERO));
  }

  private TransferPlan done(boolean statusMatters) {
    return new TransferPlan(legs, movements, holds, statusMatters, Optional.empty());
  }

  /** What a settlement requests of its parent. */
  private sealed interface Asked {
    record Amounts(Map<Integer, BigInteger> byLeg) implements Asked {}

    record Wrong(Refusal refusal) implements Asked {}
  }
}
