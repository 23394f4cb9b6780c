package io.clientele.testkit.ledger;

import static io.clientele.testkit.ledger.LedgerTrial.hold;
import static io.clientele.testkit.ledger.LedgerTrial.leg;
import static io.clientele.testkit.ledger.LedgerTrial.post;
import static io.clientele.testkit.ledger.LedgerTrial.settle;
import static io.clientele.testkit.ledger.LedgerTrial.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.rules.HoldExpiry;
import io.clientele.domain.ledger.transfer.HoldFigures;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Part;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.Refusal.HoldEnd;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hold reserves an amount until it is captured or released; a contract of every ledger. */
public interface LedgerHoldsContract extends LedgerPortsUnderTest {
  @Test
  default void aHoldReservesAndACaptureMoves() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    trial.book(post(house, pocket, 100));
    var hold = hold(pocket, house, 80, Duration.ofHours(1));
    trial.book(hold);
    assertThat(ledger().holdFigures()).isEqualTo(new HoldFigures(1, Duration.ZERO));
    assertThat(trial.balance(pocket)).isEqualTo("100/80");
    assertThat(trial.post(post(pocket, house, 21))).isInstanceOf(Outcome.Refused.class);
    trial.book(settle(Settlement.CAPTURE, hold, new Part(1, Amount.of(30))));
    assertThat(trial.balance(pocket)).isEqualTo("70/50");
    assertThat(trial.post(settle(Settlement.CAPTURE, hold, new Part(1, Amount.of(51)))))
        .isEqualTo(new Outcome.Refused(new Refusal.AboveRest(1, BigInteger.valueOf(50))));
    trial.book(settle(Settlement.RELEASE, hold));
    assertThat(trial.balance(pocket)).isEqualTo("70/0");
    assertThat(trial.post(settle(Settlement.CAPTURE, hold)))
        .isEqualTo(new Outcome.Refused(new Refusal.HoldOver(HoldEnd.RELEASED)));
  }

  @Test
  default void aFinalCaptureReleasesTheRest() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    trial.book(post(house, pocket, 100));
    var hold =
        transfer(
            new Instruction.Hold(
                List.of(leg(pocket, house, 40), leg(pocket, house, 50)),
                Duration.ofDays(1),
                "order:1"));
    trial.book(hold);
    trial.book(
        transfer(
            new Instruction.Settle(
                Settlement.CAPTURE, hold.id(), List.of(new Part(2, Amount.of(10))), true)));
    assertThat(trial.balance(pocket)).isEqualTo("90/0");
    assertThat(trial.post(settle(Settlement.RELEASE, hold)))
        .isEqualTo(new Outcome.Refused(new Refusal.HoldOver(HoldEnd.CAPTURED)));
  }

  @Test
  default void reversalsNeverExceedWhatWasMoved() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    var deposit = post(house, pocket, 100);
    trial.book(deposit);
    trial.book(settle(Settlement.REVERSAL, deposit, new Part(1, Amount.of(60))));
    assertThat(trial.balance(pocket)).isEqualTo("40/0");
    assertThat(trial.post(settle(Settlement.REVERSAL, deposit, new Part(1, Amount.of(41)))))
        .isEqualTo(new Outcome.Refused(new Refusal.AboveRest(1, BigInteger.valueOf(40))));
    var rest = settle(Settlement.REVERSAL, deposit);
    trial.book(rest);
    assertThat(trial.balance(pocket)).isEqualTo("0/0");
    assertThat(trial.post(settle(Settlement.REVERSAL, rest)))
        .isEqualTo(new Outcome.Refused(new Refusal.NotReversible()));
  }

  @Test
  default void anExpiredHoldIsReleasedAndNotCaptured() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    trial.book(post(house, pocket, 100));
    var hold = hold(pocket, house, 80, Duration.ofSeconds(1));
    trial.book(hold);
    var begin = System.nanoTime();
    while (ledger().expiredHolds(10).isEmpty()
        && System.nanoTime() - begin < Duration.ofSeconds(20).toNanos()) {
      Thread.onSpinWait();
    }
    assertThat(ledger().expiredHolds(10)).containsExactly(hold.id());
    assertThat(ledger().holdFigures().open()).isEqualTo(1);
    assertThat(ledger().holdFigures().overdue()).isPositive();
    assertThat(trial.post(settle(Settlement.CAPTURE, hold)))
        .isEqualTo(new Outcome.Refused(new Refusal.HoldOver(HoldEnd.EXPIRED)));
    trial.book(HoldExpiry.release(hold.id()));
    assertThat(trial.balance(pocket)).isEqualTo("100/0");
    assertThat(ledger().expiredHolds(10)).isEmpty();
    assertThat(ledger().holdFigures()).isEqualTo(new HoldFigures(0, Duration.ZERO));
    assertThat(trial.post(settle(Settlement.RELEASE, hold)))
        .isEqualTo(new Outcome.Refused(new Refusal.HoldOver(HoldEnd.EXPIRED)));
  }
}
