package io.clientele.domain.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.Pocket.Status;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Part;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.Refusal.HoldEnd;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransferRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  private static final TransferNote NOTE = new TransferNote("test", Metadata.NONE, null);

  private final Random random = new Random(3);
  private final Map<PocketId, PocketState> pockets = new HashMap<>();
  private final PocketId payer = pocket(100, NOW, Status.OPEN);
  private final PocketId payee = pocket(0, NOW, Status.OPEN);
  private final PocketId house = house();

  @Test
  void aTransferThatLeavesTheFloorIsBookedAndOneMinorUnitMoreIsRefused() {
    assertThat(decide(post(payer, payee, 100)).isWhole()).isTrue();
    var refused = decide(post(payer, payee, 101));
    assertThat(refused.outcomes())
        .containsExactly(new Outcome.Refused(new Refusal.Insufficient(payer, BigInteger.ONE)));
    assertThat(refused.isWhole()).isFalse();
    assertThat(refused.entries()).isEmpty();
    assertThat(refused.transfers()).singleElement().matches(transfer -> !transfer.isBooked());
  }

  @Test
  void aTransferSentAgainIsReplayedWithItsFirstOutcome() {
    var booked = post(payer, payee, 1);
    var refused = post(payer, payee, 1_000);
    assertThat(decide(booked, booked).isWhole()).isTrue();
    var again = decide(refused, refused);
    assertThat(again.outcomes().get(1)).isInstanceOf(Outcome.Replayed.class);
    assertThat(again.isWhole()).isFalse();
  }

  @Test
  void onlyTheNetOfATransferIsComparedWithTheFloor() {
    var there = leg(payer, payee, 150);
    var back = leg(payee, payer, 60);
    var decision = decide(transfer(new Instruction.Post(List.of(there, back))));
    assertThat(decision.isWhole()).isTrue();
    assertThat(decision.entries()).hasSize(4);
  }

  @Test
  void aBalanceOfMoreThan38DigitsOverflows() {
    var max = pocket(Amount.MAX, NOW, Status.OPEN);
    assertThat(decide(post(payer, max, 1)).outcomes())
        .containsExactly(new Outcome.Refused(new Refusal.Overflow(max)));
    var almost = pocket(Amount.MAX.subtract(BigInteger.ONE), NOW, Status.OPEN);
    assertThat(decide(post(payer, almost, 1)).isWhole()).isTrue();
  }

  @Test
  void theFirstFaultOfItsPocketsRefusesATransfer() {
    var absent = PocketId.of(NOW, random);
    var frozen = pocket(5, NOW, Status.FROZEN);
    var closed = pocket(0, NOW, Status.CLOSED);
    assertRefused(post(payer, absent, 1), new Refusal.NoSuchPocket(absent));
    assertRefused(post(payer, frozen, 1), new Refusal.Frozen(frozen));
    assertRefused(post(frozen, payer, 1), new Refusal.Frozen(frozen));
    assertRefused(post(payer, closed, 1), new Refusal.Closed(closed));
    var other = new Leg(payer, payee, new AssetCode("EUR"), Amount.of(1));
    assertRefused(
        transfer(new Instruction.Post(List.of(leg(payer, payee, 1), other))),
        new Refusal.AssetMismatch(2));
    assertRefused(hold(house, payee, 1), new Refusal.HouseHold(1));
  }

  @Test
  void noTransferIsBookedBeforeTheLastEntryOfItsBoundedPockets() {
    var later = NOW.plusSeconds(3);
    var busy = pocket(0, later, Status.OPEN);
    assertThat(decide(post(payer, busy, 1)).transfers().get(0).bookedAt()).isEqualTo(later);
    assertThat(decide(post(payer, house, 1)).transfers().get(0).bookedAt()).isEqualTo(NOW);
    var hold = hold(payer, busy, 1);
    var both = decide(hold, capture(hold, false));
    assertThat(both.transfers()).extracting(BookedTransfer::bookedAt).containsOnly(later);
  }

  @Test
  void entriesAreNumberedAndCarryTheBalancesAfterThem() {
    var decision = decide(post(payer, payee, 10), post(payer, payee, 20));
    assertThat(decision.entries())
        .filteredOn(entry -> entry.pocket().equals(payer))
        .extracting(entry -> entry.seq() + ":" + entry.postedAfter())
        .containsExactly("1:90", "2:70");
  }

  @Test
  void aHousePocketWithoutAFloorGetsADeltaAndNoEntry() {
    var decision = decide(post(house, payee, 500));
    assertThat(decision.isWhole()).isTrue();
    assertThat(decision.entries()).hasSize(1);
    assertThat(decision.houseDeltas()).singleElement().extracting("delta").hasToString("-500");
    assertThat(PocketState.empty(state(house).pocket()).isBounded()).isFalse();
    assertThat(state(payer).isBounded()).isTrue();
  }

  @Test
  void aHoldReservesAndItsCaptureMoves() {
    var hold = hold(payer, payee, 60);
    assertRefused(decide(hold, post(payer, payee, 41)), new Refusal.Insufficient(payer, one()));
    var captured = decide(hold, capture(hold, false));
    assertThat(captured.isWhole()).isTrue();
    assertThat(held(captured)).isZero();
    assertRefused(
        decide(hold, capture(hold, false), capture(hold, false)),
        new Refusal.HoldOver(HoldEnd.CAPTURED));
  }

  @Test
  void aFinalCaptureReleasesTheRestOfAllLegs() {
    var hold =
        transfer(
            new Instruction.Hold(
                List.of(leg(payer, payee, 40), leg(payer, payee, 50)), HOUR, null));
    var part =
        transfer(
            new Instruction.Settle(
                Settlement.CAPTURE, hold.id(), List.of(new Part(1, Amount.of(10))), true));
    var decision = decide(hold, part);
    assertThat(held(decision)).isZero();
    assertThat(decision.holds())
        .extracting(HoldState::ended)
        .containsExactly(HoldEnd.CAPTURED, HoldEnd.RELEASED);
    assertRefused(decide(hold, part, capture(hold, false)), new Refusal.HoldOver(HoldEnd.CAPTURED));
  }

  @Test
  void aPartCaptureThatIsNotFinalLeavesTheRestHeld() {
    var hold = hold(payer, payee, 60);
    var part =
        transfer(
            new Instruction.Settle(
                Settlement.CAPTURE, hold.id(), List.of(new Part(1, Amount.of(20))), false));
    assertThat(held(decide(hold, part))).isEqualTo(40);
    var tooMuch =
        transfer(
            new Instruction.Settle(
                Settlement.RELEASE, hold.id(), List.of(new Part(1, Amount.of(41))), false));
    assertRefused(decide(hold, part, tooMuch), new Refusal.AboveRest(1, BigInteger.valueOf(40)));
    var elsewhere =
        transfer(
            new Instruction.Settle(
                Settlement.RELEASE, hold.id(), List.of(new Part(2, Amount.of(1))), false));
    assertRefused(decide(hold, elsewhere), new Refusal.NoSuchLeg(2));
  }

  @Test
  void aReleaseEndsAHoldAsReleasedAndTheLedgersOwnAsExpired() {
    var hold = hold(payer, payee, 60);
    var release = transfer(new Instruction.Settle(Settlement.RELEASE, hold.id(), List.of(), false));
    assertRefused(
        decide(hold, release, capture(hold, false)), new Refusal.HoldOver(HoldEnd.RELEASED));
    assertRefused(
        decide(hold, HoldExpiry.release(hold.id()), capture(hold, false)),
        new Refusal.HoldOver(HoldEnd.EXPIRED));
  }

  @Test
  void anExpiredHoldIsNotCapturedUnlessItHasAnOwner() {
    for (var owner : Arrays.asList(null, "order:1")) {
      var hold = new Instruction.Hold(List.of(leg(payer, payee, 5)), HOUR, owner);
      var transfer = transfer(hold);
      var first = decide(transfer);
      var after =
          new PostingState(
              NOW.plus(HOUR),
              pockets,
              Map.of(transfer.id(), first.transfers().get(0)),
              Map.of(transfer.id(), first.holds()),
              Map.of());
      var outcome = TransferRules.apply(after, List.of(capture(transfer, false))).outcomes().get(0);
      if (owner == null) {
        assertThat(outcome).isEqualTo(new Outcome.Refused(new Refusal.HoldOver(HoldEnd.EXPIRED)));
      } else {
        assertThat(outcome).isInstanceOf(Outcome.Booked.class);
      }
    }
  }

  @Test
  void aReversalReturnsAtMostWhatWasMoved() {
    var post = post(payer, payee, 30);
    assertThat(decide(post, reverse(post, 20), reverse(post, 10)).isWhole()).isTrue();
    assertRefused(
        decide(post, reverse(post, 20), reverse(post, 11)), new Refusal.AboveRest(1, ten()));
    var hold = hold(payer, payee, 5);
    assertRefused(decide(hold, reverse(hold, 5)), new Refusal.NotReversible());
    var refused = post(payer, payee, 1_000);
    assertRefused(decide(refused, reverse(refused, 1)), new Refusal.NoSuchParent());
    assertRefused(decide(capture(post, false)), new Refusal.NoSuchParent());
  }

  @Test
  void theReleaseOfAnExpiredHoldHasAnIdThatDependsOnTheHoldOnly() {
    var hold = new TransferId(UUID.fromString("019b0000-0000-7000-8000-000000000001"));
    var release = HoldExpiry.release(hold);
    assertThat(release.id()).hasToString("cb3638a4-d12c-83bf-95ce-e0a3f84ef483");
    assertThat(release.id().value().version()).isEqualTo(8);
    assertThat(release.id().value().variant()).isEqualTo(2);
    assertThat(release.actor()).isEqualTo("ledger");
  }

  private Decision decide(Transfer... transfers) {
    var state = new PostingState(NOW, pockets, Map.of(), Map.of(), Map.of());
    return TransferRules.apply(state, List.of(transfers));
  }

  private void assertRefused(Transfer transfer, Refusal refusal) {
    assertRefused(decide(transfer), refusal);
  }

  private static void assertRefused(Decision decision, Refusal refusal) {
    assertThat(decision.outcomes().get(decision.outcomes().size() - 1))
        .isEqualTo(new Outcome.Refused(refusal));
  }

  private BigInteger held(Decision decision) {
    return decision.pockets().stream()
        .filter(state -> state.pocket().id().equals(payer))
        .findFirst()
        .orElseThrow()
        .held();
  }

  private PocketState state(PocketId id) {
    return pockets.get(id);
  }

  private Transfer post(PocketId from, PocketId to, long amount) {
    return transfer(new Instruction.Post(List.of(leg(from, to, amount))));
  }

  private Transfer hold(PocketId from, PocketId to, long amount) {
    return transfer(new Instruction.Hold(List.of(leg(from, to, amount)), HOUR, null));
  }

  private Transfer capture(Transfer hold, boolean isFinal) {
    return transfer(new Instruction.Settle(Settlement.CAPTURE, hold.id(), List.of(), isFinal));
  }

  private Transfer reverse(Transfer parent, long amount) {
    var parts = List.of(new Part(1, Amount.of(amount)));
    return transfer(new Instruction.Settle(Settlement.REVERSAL, parent.id(), parts, false));
  }

  private Transfer transfer(Instruction instruction) {
    var id = new TransferId(new UUID(random.nextLong(), random.nextLong()));
    return new Transfer(id, instruction, NOTE, "test");
  }

  private static Leg leg(PocketId from, PocketId to, long amount) {
    return new Leg(from, to, USD.code(), Amount.of(amount));
  }

  private PocketId pocket(long posted, Instant bookedAt, Status status) {
    return pocket(BigInteger.valueOf(posted), bookedAt, status);
  }

  private PocketId pocket(BigInteger posted, Instant bookedAt, Status status) {
    var owner = AccountId.of(NOW, random);
    var id = PocketId.of(NOW, random);
    var pocket = new Pocket(id, owner, USD, "main", BigInteger.ZERO, status, 0);
    pockets.put(id, new PocketState(pocket, posted, BigInteger.ZERO, 0, bookedAt));
    return id;
  }

  private PocketId house() {
    var id = PocketId.of(NOW, random);
    var pocket = new Pocket(id, null, USD, "main", null, Status.OPEN, 0);
    pockets.put(id, new PocketState(pocket, BigInteger.ZERO, BigInteger.ZERO, 0, NOW.plus(HOUR)));
    return id;
  }

  private static BigInteger one() {
    return BigInteger.ONE;
  }

  private static BigInteger ten() {
    return BigInteger.TEN;
  }
}
