package io.clientele.inmemory.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.Decision;
import io.clientele.domain.ledger.rules.HoldState;
import io.clientele.domain.ledger.rules.HouseDelta;
import io.clientele.domain.ledger.rules.PocketState;
import io.clientele.domain.ledger.rules.PostingState;
import io.clientele.domain.ledger.transfer.Balance;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.domain.ledger.transfer.TransferQuery;
import io.clientele.domain.ledger.transfer.TransferQuery.Selection;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of an in-memory ledger. Used under its lock. */
final class LedgerRows {
  private final TreeMap<PocketId, Pocket> pockets = new TreeMap<>();
  private final Map<TransferId, BookedTransfer> transfers = new LinkedHashMap<>();
  private final Map<PocketId, List<Entry>> entries = new HashMap<>();
  private final Map<TransferId, Map<Integer, HoldState>> holds = new LinkedHashMap<>();
  private final Map<TransferId, Map<Integer, BigInteger>> reversed = new HashMap<>();

  private final Set<AccountId> ended = new HashSet<>();
  private final Set<TransferId> erased = new HashSet<>();

  /** Notes that no pocket is opened for this account. */
  void end(AccountId owner) {
    ended.add(owner);
  }

  boolean hasEnded(@Nullable AccountId owner) {
    return owner != null && ended.contains(owner);
  }

  /** Removes the metadata of transfers that touch a pocket of this account. */
  void erase(AccountId owner) {
    for (var one : List.copyOf(transfers.values())) {
      if (isSelected(one, new Selection.OfAccount(owner))) {
        var sent = one.transfer();
        var note = new TransferNote(sent.note().reason(), Metadata.NONE, sent.note().effectiveAt());
        var bare = new Transfer(one.id(), sent.instruction(), note, sent.actor());
        transfers.put(
            one.id(), new BookedTransfer(bare, one.bookedAt(), one.legs(), one.refusal()));
        erased.add(one.id());
      }
    }
  }

  /** Hides transfers that belonged to an erased account. */
  List<Outcome> visible(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> isErased(outcome) ? new Outcome.Erased() : outcome)
        .toList();
  }

  private boolean isErased(Outcome outcome) {
    return outcome instanceof Outcome.Replayed replayed && erased.contains(replayed.first().id())
        || outcome instanceof Outcome.Differs differs && erased.contains(differs.first().id());
  }

  void put(Pocket pocket) {
    pockets.put(pocket.id(), pocket);
  }

  @Nullable Pocket pocket(PocketId id) {
    return pockets.get(id);
  }

  Collection<Pocket> pockets() {
    return pockets.values();
  }

  /** Whether the owner has a pocket of this asset and name. */
  boolean hasSame(Pocket pocket) {
    return pockets.values().stream()
        .anyMatch(
            known ->
                Objects.equals(known.owner(), pocket.owner())
                    && known.asset().code().equals(pocket.asset().code())
                    && known.name().equals(pocket.name()));
  }

  /** The balance after an entry; 0 without one. */
  static Balance balance(PocketId pocket, @Nullable Entry last, Instant asOf) {
    return last == null
        ? new Balance(pocket, BigInteger.ZERO, BigInteger.ZERO, 0, asOf)
        : new Balance(pocket, last.postedAfter(), last.heldAfter(), last.seq(), asOf);
  }

  List<Entry> entries(PocketId pocket) {
    return entries.getOrDefault(pocket, List.of());
  }

  /** The newest of these entries; null if there is none. */
  @Nullable Entry last(PocketId pocket, Predicate<Entry> which) {
    return entries(pocket).stream()
        .filter(which)
        .max(Comparator.comparingLong(Entry::seq))
        .orElse(null);
  }

  PostingState state(Instant now) {
    var states = new HashMap<PocketId, PocketState>();
    pockets.values().forEach(pocket -> states.put(pocket.id(), state(pocket)));
    var legs = new HashMap<TransferId, List<HoldState>>();
    holds.forEach((id, hold) -> legs.put(id, List.copyOf(hold.values())));
    return new PostingState(now, states, Map.copyOf(transfers), legs, reversed);
  }

  private PocketState state(Pocket pocket) {
    var last = last(pocket.id(), entry -> true);
    return last == null
        ? PocketState.empty(pocket)
        : new PocketState(
            pocket, last.postedAfter(), last.heldAfter(), last.seq(), last.bookedAt());
  }

  void store(Decision decision) {
    decision.entries().forEach(this::add);
    decision.houseDeltas().forEach(this::addHouse);
    for (var leg : decision.holds()) {
      holds.computeIfAbsent(leg.transfer(), id -> new TreeMap<>()).put(leg.leg(), leg);
    }
    for (var booked : decision.transfers()) {
      transfers.put(booked.id(), booked);
      if (booked.transfer().instruction() instanceof Instruction.Settle settle
          && settle.settlement() == Settlement.REVERSAL) {
        var sums = reversed.computeIfAbsent(settle.parent(), id -> new HashMap<>());
        booked
            .legs()
            .forEach(leg -> sums.merge(leg.number(), leg.leg().amount().minor(), BigInteger::add));
      }
    }
  }

  private void add(Entry entry) {
    entries.computeIfAbsent(entry.pocket(), id -> new ArrayList<>()).add(entry);
  }

  private void addHouse(HouseDelta delta) {
    var last = last(delta.pocket(), entry -> true);
    var posted = last == null ? delta.delta() : last.postedAfter().add(delta.delta());
    add(
        new Entry(
            delta.pocket(),
            last == null ? 1 : last.seq() + 1,
            delta.bookedAt(),
            delta.transfer(),
            delta.leg(),
            delta.delta(),
            BigInteger.ZERO,
            posted,
            BigInteger.ZERO));
  }

  Map<TransferId, BookedTransfer> transfers(Collection<TransferId> ids) {
    var found = new HashMap<TransferId, BookedTransfer>();
    for (var id : ids) {
      var transfer = transfers.get(id);
      if (transfer != null) {
        found.put(id, transfer);
      }
    }
    return found;
  }

  /** The legs of holds that have a rest, those that expire first in front. */
  List<HoldState> openHolds() {
    return holds.values().stream()
        .flatMap(hold -> hold.values().stream())
        .filter(leg -> !leg.isOver())
        .sorted(Comparator.comparing(HoldState::expiresAt))
        .toList();
  }

  List<BookedTransfer> list(TransferQuery query) {
    var newestFirst =
        Comparator.comparing(BookedTransfer::bookedAt).thenComparing(BookedTransfer::id).reversed();
    return transfers.values().stream()
        .filter(transfer -> isSelected(transfer, query.selection()))
        .filter(
            transfer ->
                query.reason() == null
                    || transfer.transfer().note().reason().equals(query.reason()))
        .filter(transfer -> isAfter(transfer, query.after()))
        .sorted(newestFirst)
        .limit(query.limit())
        .toList();
  }

  private static boolean isAfter(
      BookedTransfer transfer, TransferQuery.@Nullable Position position) {
    if (position == null) {
      return true;
    }
    var order = transfer.bookedAt().compareTo(position.bookedAt());
    return order < 0 || order == 0 && transfer.id().compareTo(position.id()) < 0;
  }

  private boolean isSelected(BookedTransfer transfer, Selection selection) {
    if (selection instanceof Selection.OfPocket of) {
      return hasEntry(transfer, of.pocket());
    }
    if (selection instanceof Selection.OfAccount of) {
      return pockets.values().stream()
          .anyMatch(
              pocket ->
                  Objects.equals(pocket.owner(), of.account()) && hasEntry(transfer, pocket.id()));
    }
    if (selection instanceof Selection.OfParent of) {
      return transfer.transfer().instruction() instanceof Instruction.Settle settle
          && settle.parent().equals(of.parent());
    }
    var within = (Selection.Within) selection;
    return !transfer.bookedAt().isBefore(within.from())
        && transfer.bookedAt().isBefore(within.to());
  }

  private boolean hasEntry(BookedTransfer transfer, PocketId pocket) {
    return entries(pocket).stream().anyMatch(entry -> entry.transfer().equals(transfer.id()));
  }
}
