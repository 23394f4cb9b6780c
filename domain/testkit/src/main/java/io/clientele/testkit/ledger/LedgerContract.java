package io.clientele.testkit.ledger;

import static io.clientele.testkit.ledger.LedgerTrial.leg;
import static io.clientele.testkit.ledger.LedgerTrial.post;
import static io.clientele.testkit.ledger.LedgerTrial.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferNote;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A transfer is booked once, whole, or refused. Implement this contract in the test of your {@link
 * io.clientele.domain.ledger.transfer.Ledger}.
 */
public interface LedgerContract extends LedgerPortsUnderTest {
  @Test
  default void aTransferMovesItsAmountAndIsFound() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    var transfer = post(house, pocket, 1_000);
    trial.book(transfer);
    assertThat(trial.balance(pocket)).isEqualTo("1000/0");
    assertThat(trial.balance(house)).isEqualTo("-1000/0");
    var found = trial.decided(transfer);
    assertThat(found.transfer()).isEqualTo(transfer);
    assertThat(found.isBooked()).isTrue();
    assertThat(found.legs()).hasSize(1);
  }

  @Test
  default void theSameTransferSentAgainIsBookedOnce() {
    var trial = new LedgerTrial(this);
    var pocket = trial.pocket();
    var note =
        new TransferNote(
            "deposit",
            new Metadata(Map.of("order", "é 7")),
            Instant.parse("2026-11-19T00:00:00.123456Z"));
    var legs = List.of(leg(trial.house("bank"), pocket, 700));
    var transfer = new Transfer(LedgerTrial.id(), new Instruction.Post(legs), note, "test");
    var both = ledger().post(List.of(transfer, transfer));
    assertThat(both.get(0)).isInstanceOf(Outcome.Booked.class);
    assertThat(both.get(1)).isInstanceOf(Outcome.Replayed.class);
    assertThat(trial.post(transfer)).isInstanceOf(Outcome.Replayed.class);
    assertThat(trial.balance(pocket)).isEqualTo("700/0");
  }

  @Test
  default void anotherTransferOfTheSameIdDiffers() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    var first = post(house, pocket, 700);
    trial.book(first);
    var note = new TransferNote("other", new Metadata(Map.of("a", "b")), Instant.EPOCH);
    var other =
        new Transfer(
            first.id(), new Instruction.Post(List.of(leg(house, pocket, 701))), note, "test");
    assertThat(trial.post(other))
        .isInstanceOfSatisfying(
            Outcome.Differs.class,
            differs ->
                assertThat(differs.fields())
                    .containsExactly("legs", "reason", "metadata", "effectiveAt"));
    assertThat(trial.balance(pocket)).isEqualTo("700/0");
  }

  @Test
  default void aRefusalIsRememberedUnderItsId() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    var payment = post(pocket, house, 100);
    var refusal = new Refusal.Insufficient(pocket, BigInteger.valueOf(100));
    assertThat(trial.post(payment)).isEqualTo(new Outcome.Refused(refusal));
    trial.book(post(house, pocket, 100));
    assertThat(trial.post(payment))
        .isInstanceOfSatisfying(
            Outcome.Replayed.class,
            replayed -> assertThat(replayed.first().refusal()).isEqualTo(refusal));
    assertThat(trial.balance(pocket)).isEqualTo("100/0");
  }

  @Test
  default void transfersOfOneCallAreDecidedInOrderAndSeparately() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var a = trial.pocket();
    var b = trial.pocket();
    var outcomes =
        ledger()
            .post(List.of(post(house, a, 50), post(a, b, 60), post(a, b, 40), post(b, house, 40)));
    assertThat(outcomes.stream().map(outcome -> outcome instanceof Outcome.Booked).toList())
        .containsExactly(true, false, true, true);
    assertThat(trial.balance(a)).isEqualTo("10/0");
    assertThat(trial.balance(b)).isEqualTo("0/0");
  }

  @Test
  default void allTransfersOfAnAtomicCallAreBookedOrNone() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var a = trial.pocket();
    var good = post(house, a, 50);
    var bad = post(a, house, 60);
    assertThat(ledger().postAll(List.of(good, bad)).get(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(trial.balance(a)).isEqualTo("0/0");
    assertThat(ledger().find(List.of(good.id(), bad.id()))).isEmpty();
    assertThat(ledger().postAll(List.of(good, post(a, house, 50))))
        .allMatch(outcome -> outcome instanceof Outcome.Booked);
    assertThat(trial.balance(a)).isEqualTo("0/0");
  }

  @Test
  default void aDryRunStoresNothing() {
    var trial = new LedgerTrial(this);
    var pocket = trial.pocket();
    var transfer = post(trial.house("bank"), pocket, 50);
    assertThat(ledger().rehearse(List.of(transfer)).get(0)).isInstanceOf(Outcome.Booked.class);
    assertThat(ledger().find(List.of(transfer.id()))).isEmpty();
    assertThat(trial.balance(pocket)).isEqualTo("0/0");
  }

  @Test
  default void amountsOf38DigitsAreExactAndOverflowIsRefused() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    var max =
        new Instruction.Post(
            List.of(new Leg(house, pocket, LedgerTrial.USD.code(), new Amount(Amount.MAX))));
    trial.book(transfer(max));
    assertThat(trial.balance(pocket)).isEqualTo(Amount.MAX + "/0");
    assertThat(trial.post(post(house, pocket, 1)))
        .isEqualTo(new Outcome.Refused(new Refusal.Overflow(pocket)));
    trial.book(
        transfer(
            new Instruction.Post(
                List.of(
                    new Leg(
                        house, trial.pocket(), LedgerTrial.USD.code(), new Amount(Amount.MAX))))));
    assertThat(trial.balance(house)).isEqualTo("-" + Amount.MAX.multiply(BigInteger.TWO) + "/0");
  }

  @Test
  default void anUnreachableLedgerIsUnavailable() {
    var trial = new LedgerTrial(this);
    var transfer = post(trial.house("a"), trial.house("b"), 1);
    var away = unreachableLedger();
    assertThatThrownBy(() -> away.post(List.of(transfer))).isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> away.find(List.of(transfer.id()))).isInstanceOf(PortUnavailable.class);
  }
}
