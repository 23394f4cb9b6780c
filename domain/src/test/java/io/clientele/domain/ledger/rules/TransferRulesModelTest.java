package io.clientele.domain.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the results of random batches with those of a naive ledger. */
class TransferRulesModelTest {
  private static final int BATCHES = Integer.getInteger("ledger.batches", 10_000);
  private static final int BATCHES_OF_A_LEDGER = 20;
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  private static final TransferNote NOTE = new TransferNote("test", Metadata.NONE, null);

  private final Random random = new Random(42);
  private final List<Pocket> pockets = new ArrayList<>();
  private final List<TransferId> ids = new ArrayList<>();
  private final Map<PocketId, PocketState> states = new HashMap<>();
  private final Map<TransferId, BookedTransfer> transfers = new HashMap<>();
  private final Map<TransferId, Map<Integer, HoldState>> holds = new HashMap<>();
  private final Map<TransferId, Map<Integer, BigInteger>> reversed = new HashMap<>();
  private final Map<PocketId, BigInteger> house = new HashMap<>();
  private NaiveLedger naive = new NaiveLedger();

  @Test
  void randomBatchesHaveTheResultsOfTheNaiveLedger() {
    var seen = new TreeMap<String, Integer>();
    for (var batch = 0; batch < BATCHES; batch++) {
      if (batch % BATCHES_OF_A_LEDGER == 0) {
        begin();
      }
      var asked = IntStream.range(0, 1 + random.nextInt(6)).mapToObj(i -> transfer()).toList();
      var decision = TransferRules.apply(state(), asked);
      var expected = asked.stream().map(naive::post).toList();
      assertThat(decision.outcomes().stream().map(TransferRulesModelTest::word).toList())
          .as("batch %d: %s", batch, asked)
          .isEqualTo(expected);
      expected.forEach(word -> seen.merge(word, 1, Integer::sum));
      store(decision);
      compareBalances();
    }
    assertThat(seen.keySet())
        .contains(
            "booked", "insufficient", "above rest", "over", "not reversible", "frozen", "differs");
  }

  private void begin() {
    naive = new NaiveLedger();
    List.of(states, transfers, holds, reversed, house).forEach(Map::clear);
    pockets.clear();
    ids.clear();
    IntStream.range(0, 12).forEach(i -> ids.add(new TransferId(UUID.randomUUID())));
    add("a", "0", Pocket.Status.OPEN);
    add("b", "-30", Pocket.Status.OPEN);
    add("c", "0", random.nextInt(4) == 0 ? Pocket.Status.FROZEN : Pocket.Status.OPEN);
    add("house", null, Pocket.Status.OPEN);
  }

  private void add(String name, String floor, Pocket.Status status) {
    var pocket =
        new Pocket(
            PocketId.of(NOW, random),
            floor == null ? null : AccountId.of(NOW, random),
            USD,
            name,
            floor == null ? null : new BigInteger(floor),
            status,
            0);
    pockets.add(pocket);
    states.put(pocket.id(), PocketState.empty(pocket));
    naive.add(pocket);
  }

  private Transfer transfer() {
    var id = ids.get(random.nextInt(ids.size()));
    return new Transfer(id, instruction(), NOTE, "test");
  }

  private Instruction instruction() {
    var parent = ids.get(random.nextInt(ids.size()));
    return switch (random.nextInt(7)) {
      case 0, 1 -> new Instruction.Post(legs());
      case 2, 3 -> new Instruction.Hold(legs(), Duration.ofHours(1), null);
      case 4 ->
          new Instruction.Settle(
              Instruction.Settlement.CAPTURE, parent, parts(), random.nextBoolean());
      case 5 -> new Instruction.Settle(Instruction.Settlement.RELEASE, parent, parts(), false);
      default -> new Instruction.Settle(Instruction.Settlement.REVERSAL, parent, parts(), false);
    };
  }

  private List<Leg> legs() {
    return IntStream.range(0, 1 + random.nextInt(2)).mapToObj(i -> leg()).toList();
  }

  private Leg leg() {
    var from = random.nextInt(pockets.size());
    var to = (from + 1 + random.nextInt(pockets.size() - 1)) % pockets.size();
    return new Leg(
        pockets.get(from).id(),
        pockets.get(to).id(),
        USD.code(),
        Amount.of(1 + random.nextInt(40)));
  }

  private List<Instruction.Part> parts() {
    return random.nextBoolean()
        ? List.of()
        : List.of(new Instruction.Part(1 + random.nextInt(2), Amount.of(1 + random.nextInt(30))));
  }

  private PostingState state() {
    var legs = new HashMap<TransferId, List<HoldState>>();
    holds.forEach((id, hold) -> legs.put(id, List.copyOf(hold.values())));
    return new PostingState(NOW, Map.copyOf(states), Map.copyOf(transfers), legs, reversed);
  }

  private void store(Decision decision) {
    decision.pockets().forEach(state -> states.put(state.pocket().id(), state));
    decision.houseDeltas().forEach(d -> house.merge(d.pocket(), d.delta(), BigInteger::add));
    decision
        .holds()
        .forEach(
            leg ->
                holds.computeIfAbsent(leg.transfer(), id -> new TreeMap<>()).put(leg.leg(), leg));
    for (var booked : decision.transfers()) {
      transfers.put(booked.id(), booked);
      if (booked.transfer().instruction() instanceof Instruction.Settle settle
          && settle.settlement() == Instruction.Settlement.REVERSAL) {
        var sums = reversed.computeIfAbsent(settle.parent(), id -> new HashMap<>());
        booked
            .legs()
            .forEach(leg -> sums.merge(leg.number(), leg.leg().amount().minor(), BigInteger::add));
      }
    }
  }

  private void compareBalances() {
    for (var pocket : pockets) {
      var state = states.get(pocket.id());
      var posted =
          state.isBounded() ? state.posted() : house.getOrDefault(pocket.id(), BigInteger.ZERO);
      assertThat(posted).isEqualTo(BigInteger.valueOf(naive.posted(pocket.id())));
      assertThat(state.held()).isEqualTo(BigInteger.valueOf(naive.held(pocket.id())));
    }
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Booked) {
      return "booked";
    }
    if (outcome instanceof Outcome.Differs) {
      return "differs";
    }
    if (outcome instanceof Outcome.Replayed replayed) {
      return "again " + (replayed.first().isBooked() ? "booked" : word(replayed.first().refusal()));
    }
    return word(((Outcome.Refused) outcome).refusal());
  }

  private static String word(Refusal refusal) {
    if (!refusal.isRemembered()) {
      return "forget";
    }
    if (refusal instanceof Refusal.Insufficient) {
      return "insufficient";
    }
    if (refusal instanceof Refusal.AboveRest) {
      return "above rest";
    }
    if (refusal instanceof Refusal.HoldOver) {
      return "over";
    }
    if (refusal instanceof Refusal.NotReversible) {
      return "not reversible";
    }
    return refusal instanceof Refusal.Frozen ? "frozen" : "closed";
  }
}
