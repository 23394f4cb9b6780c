package io.clientele.testkit.ledger;

import static io.clientele.testkit.ledger.LedgerTrial.hold;
import static io.clientele.testkit.ledger.LedgerTrial.post;
import static io.clientele.testkit.ledger.LedgerTrial.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Concurrent transfers keep sums, floors and entry numbers; a contract of every ledger. */
public interface PostingConcurrencyContract extends LedgerPortsUnderTest {
  @Test
  default void concurrentTransfersOfTwoPocketsKeepSumFloorsAndNumbers() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var a = trial.pocket();
    var b = trial.pocket();
    trial.book(post(house, a, 100));
    var booked =
        ConcurrentCalls.together(
            64,
            thread -> {
              var random = new Random(thread);
              var count = 0;
              for (var i = 0; i < 10; i++) {
                var amount = 1 + random.nextInt(60);
                var transfer = random.nextBoolean() ? post(a, b, amount) : post(b, a, amount);
                count += trial.post(transfer) instanceof Outcome.Booked ? 1 : 0;
              }
              return count;
            });
    assertThat(trial.balanceOf(a).posted().add(trial.balanceOf(b).posted()))
        .isEqualTo(BigInteger.valueOf(100));
    var total = booked.stream().mapToInt(count -> count).sum();
    replay(a, total + 1);
    replay(b, total);
  }

  private void replay(PocketId pocket, int count) {
    var entries = new ArrayList<Entry>();
    @Nullable Long before = null;
    for (var page = ledger().entries(pocket, before, 200); !page.isEmpty(); ) {
      entries.addAll(page);
      before = page.get(page.size() - 1).seq();
      page = ledger().entries(pocket, before, 200);
    }
    assertThat(entries).hasSize(count);
    var sum = BigInteger.ZERO;
    for (var i = entries.size() - 1; i >= 0; i--) {
      var entry = entries.get(i);
      sum = sum.add(entry.delta());
      assertThat(entry.seq()).isEqualTo(entries.size() - i);
      assertThat(entry.postedAfter()).isEqualTo(sum);
      assertThat(sum.signum()).isNotNegative();
    }
  }

  @Test
  default void concurrentTransfersOfOneIdAreBookedOnce() {
    var trial = new LedgerTrial(this);
    var pocket = trial.pocket();
    var transfer = post(trial.house("bank"), pocket, 5);
    var outcomes = ConcurrentCalls.together(16, thread -> trial.post(transfer));
    assertThat(outcomes).filteredOn(Outcome.Booked.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Replayed.class::isInstance).hasSize(15);
    assertThat(trial.balance(pocket)).isEqualTo("5/0");
  }

  @Test
  default void ofConcurrentCaptureAndReleaseOneSucceeds() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    trial.book(post(house, pocket, 20));
    for (var i = 0; i < 20; i++) {
      var hold = hold(pocket, house, 1, Duration.ofHours(1));
      trial.book(hold);
      var ends =
          ConcurrentCalls.together(
              2,
              thread ->
                  trial.post(settle(thread == 0 ? Settlement.CAPTURE : Settlement.RELEASE, hold)));
      assertThat(ends).filteredOn(Outcome.Booked.class::isInstance).hasSize(1);
    }
    assertThat(trial.balanceOf(pocket).held()).isZero();
  }
}
