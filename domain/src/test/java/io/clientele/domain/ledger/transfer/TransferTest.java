package io.clientele.domain.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Instruction.Part;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransferTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Random RANDOM = new Random(7);
  private static final PocketId A = PocketId.of(AT, RANDOM);
  private static final PocketId B = PocketId.of(AT, RANDOM);
  private static final TransferId ID = new TransferId(UUID.randomUUID());
  private static final TransferId PARENT = new TransferId(UUID.randomUUID());
  private static final TransferNote NOTE = new TransferNote("test", Metadata.NONE, null);
  private static final List<Leg> LEGS = legs(1, 5);

  @ParameterizedTest
  @MethodSource("different")
  void aFieldThatDiffersIsNamed(Instruction one, Instruction two, List<String> fields) {
    assertThat(transfer(one, NOTE).differences(transfer(two, NOTE))).isEqualTo(fields);
    assertThat(transfer(one, NOTE).differences(transfer(one, NOTE))).isEmpty();
  }

  static Stream<Arguments> different() {
    var hold = new Instruction.Hold(LEGS, HOUR, null);
    var capture = settle(Settlement.CAPTURE, PARENT, List.of(), false);
    var part = new Part(1, Amount.of(2));
    return Stream.of(
        Arguments.of(new Instruction.Post(LEGS), hold, List.of("kind")),
        Arguments.of(new Instruction.Post(LEGS), new Instruction.Post(legs(1, 6)), List.of("legs")),
        Arguments.of(hold, new Instruction.Hold(legs(2, 5), HOUR, null), List.of("legs")),
        Arguments.of(
            hold, new Instruction.Hold(LEGS, HOUR.plusSeconds(1), null), List.of("expiresIn")),
        Arguments.of(hold, new Instruction.Hold(LEGS, HOUR, "order:1"), List.of("owner")),
        Arguments.of(
            capture, settle(Settlement.RELEASE, PARENT, List.of(), false), List.of("kind")),
        Arguments.of(
            capture,
            settle(Settlement.CAPTURE, ID, List.of(part), true),
            List.of("parent", "legs", "final")));
  }

  @Test
  void allFieldsOfTheNoteAreCompared() {
    var other = new TransferNote("other", new Metadata(Map.of("a", "b")), AT);
    var post = new Instruction.Post(LEGS);
    assertThat(transfer(post, NOTE).differences(transfer(post, other)))
        .containsExactly("reason", "metadata", "effectiveAt");
  }

  @Test
  void theSenderIsNotCompared() {
    var one = new Transfer(ID, new Instruction.Post(LEGS), NOTE, "operator:1");
    var two = new Transfer(ID, new Instruction.Post(LEGS), NOTE, "operator:2");
    assertThat(one.differences(two)).isEmpty();
  }

  @Test
  void aTransferHasOneToSixtyFourLegs() {
    assertThatCode(() -> new Instruction.Post(legs(64, 1))).doesNotThrowAnyException();
    for (var count : List.of(0, 65)) {
      assertThatThrownBy(() -> new Instruction.Post(legs(count, 1)))
          .isInstanceOf(InvalidValue.class);
      assertThatThrownBy(() -> new Instruction.Hold(legs(count, 1), HOUR, null))
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void aHoldLastsOneSecondToNinetyDays() {
    for (var time : List.of(Duration.ofSeconds(1), Duration.ofDays(90))) {
      assertThatCode(() -> new Instruction.Hold(LEGS, time, null)).doesNotThrowAnyException();
    }
    for (var time : List.of(Duration.ofMillis(999), Duration.ofDays(90).plusNanos(1))) {
      assertThatThrownBy(() -> new Instruction.Hold(LEGS, time, null))
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void aSettlementNamesEachLegOnce() {
    var part = new Part(1, Amount.of(1));
    var second = new Part(2, Amount.of(1));
    assertThatCode(() -> settle(Settlement.RELEASE, PARENT, List.of(part, second), false))
        .doesNotThrowAnyException();
    for (var parts : List.of(List.of(part, part), Collections.nCopies(65, part))) {
      assertThatThrownBy(() -> settle(Settlement.RELEASE, PARENT, parts, false))
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void onlyACaptureIsFinal() {
    assertThatCode(() -> settle(Settlement.CAPTURE, PARENT, List.of(), true))
        .doesNotThrowAnyException();
    for (var settlement : List.of(Settlement.RELEASE, Settlement.REVERSAL)) {
      assertThatThrownBy(() -> settle(settlement, PARENT, List.of(), true))
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void kindsHaveTheNamesThatClientsWrite() {
    assertThat(
            Stream.of(
                new Instruction.Post(LEGS),
                new Instruction.Hold(LEGS, HOUR, null),
                settle(Settlement.CAPTURE, PARENT, List.of(), false),
                settle(Settlement.RELEASE, PARENT, List.of(), false),
                settle(Settlement.REVERSAL, PARENT, List.of(), false)))
        .extracting(Instruction::kind)
        .containsExactly("posted", "held", "capture", "release", "reversal");
  }

  @Test
  void aRefusalThatARepetitionMayNotMeetIsNotRemembered() {
    var zero = BigInteger.ZERO;
    assertThat(
            Stream.of(
                new Refusal.NoSuchPocket(A),
                new Refusal.NoSuchParent(),
                new Refusal.NoSuchLeg(1),
                new Refusal.AssetMismatch(1),
                new Refusal.HouseHold(1)))
        .noneMatch(Refusal::isRemembered);
    assertThat(
            Stream.of(
                new Refusal.Insufficient(A, zero),
                new Refusal.Overflow(A),
                new Refusal.AboveRest(1, zero),
                new Refusal.Frozen(A),
                new Refusal.Closed(A),
                new Refusal.HoldOver(Refusal.HoldEnd.EXPIRED),
                new Refusal.NotReversible()))
        .allMatch(Refusal::isRemembered);
  }

  @Test
  void theAvailableAmountIsPostedAndNotHeld() {
    var balance = new Balance(A, BigInteger.TEN, BigInteger.TWO, 1, AT);
    assertThat(balance.available()).isEqualTo(8);
  }

  private static Transfer transfer(Instruction instruction, TransferNote note) {
    return new Transfer(ID, instruction, note, "test");
  }

  private static Instruction settle(
      Settlement settlement, TransferId parent, List<Part> parts, boolean isFinal) {
    return new Instruction.Settle(settlement, parent, parts, isFinal);
  }

  private static List<Leg> legs(int count, long amount) {
    var usd = new AssetCode("USD");
    return IntStream.range(0, count).mapToObj(i -> new Leg(A, B, usd, Amount.of(amount))).toList();
  }
}
