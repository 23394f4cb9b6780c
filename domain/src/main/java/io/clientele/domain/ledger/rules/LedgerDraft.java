package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.TransferPlan.Movement;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.TransferId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The working state of the ledger while a batch is decided, and what to store of it. A draft may
 * stand on another one, which it changes only when it is {@link #keep kept}.
 */
final class LedgerDraft {
  private final PostingState before;
  private final @Nullable LedgerDraft below;
  private final Map<PocketId, PocketState> pockets = new LinkedHashMap<>();
  private final Map<TransferId, BookedTransfer> decided = new LinkedHashMap<>();
  private final Map<TransferId, Map<Integer, HoldState>> holds = new LinkedHashMap<>();
  private final Map<TransferId, Map<Integer, BigInteger>> reversed = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<HouseDelta> houseDeltas = new ArrayList<>();

  LedgerDraft(PostingState before) {
    this.before = before;
    this.below = null;
  }

  /** Creates a draft that stands on another one. */
  LedgerDraft(LedgerDraft below) {
    this.before = below.before;
    this.below = below;
  }

  /** Adds all that was decided in this draft to the one that it stands on. */
  void keep() {
    var to = Objects.requireNonNull(below);
    to.pockets.putAll(pockets);
    to.decided.putAll(decided);
    holds.forEach((id, legs) -> to.holds.computeIfAbsent(id, one -> new TreeMap<>()).putAll(legs));
    reversed.forEach(
        (id, legs) -> {
          var all = to.reversed.computeIfAbsent(id, one -> new HashMap<>());
          legs.forEach((leg, minor) -> all.merge(leg, minor, BigInteger::add));
        });
    to.entries.addAll(entries);
    to.houseDeltas.addAll(houseDeltas);
  }

  PostingState before() {
    return before;
  }

  /** Null if no such pocket exists. */
  @Nullable PocketState pocket(PocketId id) {
    var changed = pockets.get(id);
    if (changed != null) {
      return changed;
    }
    return below == null ? before.pockets().get(id) : below.pocket(id);
  }

  /** Null if no transfer of this id was decided. */
  @Nullable BookedTransfer transfer(TransferId id) {
    var now = decided.get(id);
    if (now != null) {
      return now;
    }
    return below == null ? before.transfers().get(id) : below.transfer(id);
  }

  /** The legs of a hold by their numbers; empty if there is no such hold. */
  Map<Integer, HoldState> hold(TransferId id) {
    var legs = new TreeMap<Integer, HoldState>();
    if (below == null) {
      before.holds().getOrDefault(id, List.of()).forEach(leg -> legs.put(leg.leg(), leg));
    } else {
      legs.putAll(below.hold(id));
    }
    legs.putAll(holds.getOrDefault(id, Map.of()));
    return legs;
  }

  /** The minor units of a leg that were reversed. */
  BigInteger reversed(TransferId parent, int leg) {
    var earlier =
        below == null
            ? before.reversed().getOrDefault(parent, Map.of()).get(leg)
            : Objects.requireNonNull(below).reversed(parent, leg);
    var now = reversed.getOrDefault(parent, Map.of()).get(leg);
    return (earlier == null ? BigInteger.ZERO : earlier).add(now == null ? BigInteger.ZERO : now);
  }

  /** Remembers a refusal. */
  void refuse(BookedTransfer refused) {
    decided.put(refused.id(), refused);
  }

  /** Books a transfer that all its pockets allow. */
  void book(BookedTransfer booked, TransferPlan plan) {
    decided.put(booked.id(), booked);
    plan.movements().forEach(movement -> move(booked, movement));
    for (var leg : plan.holds()) {
      holds.computeIfAbsent(leg.transfer(), id -> new TreeMap<>()).put(leg.leg(), leg);
    }
    if (booked.transfer().instruction() instanceof Instruction.Settle settle
        && settle.settlement() == Settlement.REVERSAL) {
      var legs = reversed.computeIfAbsent(settle.parent(), id -> new HashMap<>());
      booked
          .legs()
          .forEach(leg -> legs.merge(leg.number(), leg.leg().amount().minor(), BigInteger::add));
    }
  }

  private void move(BookedTransfer booked, Movement movement) {
    var state = pocket(movement.pocket());
    if (state == null) {
      throw new IllegalStateException("a transfer was allowed without its pocket");
    }
    if (!state.isBounded()) {
      houseDeltas.add(
          new HouseDelta(
              movement.pocket(), booked.bookedAt(), booked.id(), movement.leg(), movement.delta()));
      return;
    }
    var after =
        new PocketState(
            state.pocket(),
            state.posted().add(movement.delta()),
            state.held().add(movement.heldDelta()),
            state.seq() + 1,
            booked.bookedAt());
    pockets.put(movement.pocket(), after);
    entries.add(
        new Entry(
            movement.pocket(),
            after.seq(),
            booked.bookedAt(),
            booked.id(),
            movement.leg(),
            movement.delta(),
            movement.heldDelta(),
            after.posted(),
            after.held()));
  }

  Decision decision(List<Outcome> outcomes) {
    var legs = holds.values().stream().flatMap(hold -> hold.values().stream()).toList();
    return new Decision(
        outcomes,
        List.copyOf(decided.values()),
        entries,
        houseDeltas,
        List.copyOf(pockets.values()),
        legs);
  }
}
