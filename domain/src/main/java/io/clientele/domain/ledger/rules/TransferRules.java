package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.TransferPlan.Movement;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.BookedTransfer.SettledLeg;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.Transfer;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides batches of transfers: each in turn, accepted or refused by itself, by the balances that
 * the transfers before it left. A pure function; safe for use by many threads.
 */
public final class TransferRules {
  private TransferRules() {}

  /** Decides the transfers in their order. */
  public static Decision apply(PostingState state, List<Transfer> transfers) {
    var draft = new LedgerDraft(state);
    var outcomes = new ArrayList<Outcome>(transfers.size());
    for (var transfer : transfers) {
      outcomes.add(decide(draft, transfer));
    }
    return draft.decision(outcomes);
  }

  static Outcome decide(LedgerDraft draft, Transfer transfer) {
    var first = draft.transfer(transfer.id());
    if (first != null) {
      var fields = first.transfer().differences(transfer);
      return fields.isEmpty() ? new Outcome.Replayed(first) : new Outcome.Differs(first, fields);
    }
    var at = bookedAt(draft, transfer);
    var plan = TransferPlanner.plan(draft, transfer, at);
    var refusal = plan.refusal().or(() -> refusal(draft, transfer, plan)).orElse(null);
    if (refusal == null) {
      var booked = new BookedTransfer(transfer, at, plan.legs(), null);
      draft.book(booked, plan);
      return new Outcome.Booked(booked);
    }
    if (refusal.isRemembered()) {
      draft.refuse(new BookedTransfer(transfer, at, List.of(), refusal));
    }
    return new Outcome.Refused(refusal);
  }

  /** Returns an instant not before the last entry of any pocket that is locked for the transfer. */
  private static Instant bookedAt(LedgerDraft draft, Transfer transfer) {
    var at = draft.before().now();
    for (var leg : legs(draft, transfer)) {
      at = later(later(at, draft.pocket(leg.from())), draft.pocket(leg.to()));
    }
    return at;
  }

  private static Instant later(Instant at, @Nullable PocketState pocket) {
    return pocket != null && pocket.isBounded() && pocket.bookedAt().isAfter(at)
        ? pocket.bookedAt()
        : at;
  }

  /** Returns the legs that a transfer names, or those of its parent. */
  private static List<Leg> legs(LedgerDraft draft, Transfer transfer) {
    var instruction = transfer.instruction();
    if (instruction instanceof Instruction.Post post) {
      return post.legs();
    }
    if (instruction instanceof Instruction.Hold hold) {
      return hold.legs();
    }
    var parent = draft.transfer(((Instruction.Settle) instruction).parent());
    return parent == null ? List.of() : parent.legs().stream().map(SettledLeg::leg).toList();
  }

  private static Optional<Refusal> refusal(
      LedgerDraft draft, Transfer transfer, TransferPlan plan) {
    return pocketRefusal(draft, plan)
        .or(() -> houseHold(draft, transfer, plan))
        .or(() -> plan.statusMatters() ? statusRefusal(draft, plan) : Optional.empty())
        .or(() -> balanceRefusal(draft, plan));
  }

  private static Optional<Refusal> pocketRefusal(LedgerDraft draft, TransferPlan plan) {
    for (var leg : plan.legs()) {
      for (var id : List.of(leg.leg().from(), leg.leg().to())) {
        if (draft.pocket(id) == null) {
          return Optional.of(new Refusal.NoSuchPocket(id));
        }
      }
    }
    for (var leg : plan.legs()) {
      for (var id : List.of(leg.leg().from(), leg.leg().to())) {
        if (!pocket(draft, id).asset().code().equals(leg.leg().asset())) {
          return Optional.of(new Refusal.AssetMismatch(leg.number()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> houseHold(
      LedgerDraft draft, Transfer transfer, TransferPlan plan) {
    if (!(transfer.instruction() instanceof Instruction.Hold hold)) {
      return Optional.empty();
    }
    var isOwned = hold.owner() != null;
    return plan.legs().stream()
        .filter(leg -> !isHoldable(state(draft, leg.leg().from()), isOwned))
        .findFirst()
        .map(leg -> new Refusal.HouseHold(leg.number()));
  }

  /** The stock of the house is held for an owner, such as an order; only a floor limits it. */
  private static boolean isHoldable(PocketState payer, boolean isOwned) {
    return !payer.pocket().isHouse() || isOwned && payer.isBounded();
  }

  private static Optional<Refusal> statusRefusal(LedgerDraft draft, TransferPlan plan) {
    for (var leg : plan.legs()) {
      for (var id : List.of(leg.leg().from(), leg.leg().to())) {
        var status = pocket(draft, id).status();
        if (status == Pocket.Status.FROZEN) {
          return Optional.of(new Refusal.Frozen(id));
        }
        if (status == Pocket.Status.CLOSED) {
          return Optional.of(new Refusal.Closed(id));
        }
      }
    }
    return Optional.empty();
  }

  /** Nets the movements of each pocket: only the balance after the whole transfer counts. */
  private static Optional<Refusal> balanceRefusal(LedgerDraft draft, TransferPlan plan) {
    var net = new LinkedHashMap<PocketId, Movement>();
    plan.movements()
        .forEach(movement -> net.merge(movement.pocket(), movement, TransferRules::sum));
    return shortfall(draft, net).or(() -> overflow(draft, net));
  }

  private static Movement sum(Movement one, Movement two) {
    return new Movement(
        one.pocket(),
        one.leg(),
        one.delta().add(two.delta()),
        one.heldDelta().add(two.heldDelta()));
  }

  private static Optional<Refusal> shortfall(LedgerDraft draft, Map<PocketId, Movement> net) {
    for (var movement : net.values()) {
      var state = state(draft, movement.pocket());
      var floor = state.pocket().floor();
      var change = movement.delta().subtract(movement.heldDelta());
      if (floor != null && change.signum() < 0) {
        var available = state.posted().subtract(state.held()).add(change);
        if (available.compareTo(floor) < 0) {
          return Optional.of(
              new Refusal.Insufficient(movement.pocket(), floor.subtract(available)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> overflow(LedgerDraft draft, Map<PocketId, Movement> net) {
    for (var movement : net.values()) {
      var state = state(draft, movement.pocket());
      if (state.isBounded()
          && (isTooLarge(state.posted().add(movement.delta()))
              || isTooLarge(state.held().add(movement.heldDelta())))) {
        return Optional.of(new Refusal.Overflow(movement.pocket()));
      }
    }
    return Optional.empty();
  }

  private static boolean isTooLarge(BigInteger minor) {
    return minor.abs().compareTo(Amount.MAX) > 0;
  }

  private static Pocket pocket(LedgerDraft draft, PocketId id) {
    return state(draft, id).pocket();
  }

  private static PocketState state(LedgerDraft draft, PocketId id) {
    var state = draft.pocket(id);
    if (state == null) {
      throw new IllegalStateException("a pocket was checked and is gone");
    }
    return state;
  }
}
