package io.clientele.testkit.ledger;

import static io.clientele.testkit.ledger.LedgerTrial.hold;
import static io.clientele.testkit.ledger.LedgerTrial.post;
import static io.clientele.testkit.ledger.LedgerTrial.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each booked transfer is one event, and nothing else is; a contract of every ledger. */
public interface TransferEventsContract extends LedgerPortsUnderTest {
  /** Returns the events of all transfers that were booked, in the order of the feed. */
  List<PublishedEvent> transferEvents();

  @Test
  default void eachBookedTransferIsAnEventOfItsPayer() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var payer = trial.pocket();
    var payee = trial.pocket();
    var deposit = post(house, payer, 100);
    var held = hold(payer, payee, 40, Duration.ofHours(1));
    var captured = settle(Settlement.CAPTURE, held);
    var reversed = settle(Settlement.REVERSAL, captured);
    var open = hold(payer, house, 5, Duration.ofHours(1));
    var released = settle(Settlement.RELEASE, open);
    var between = post(house, trial.house("fees"), 1);
    var all = List.of(deposit, held, captured, reversed, open, released, between);
    all.forEach(trial::book);
    var owner = owner(payer);
    assertThat(transferEvents())
        .containsExactly(
            event(trial, deposit, "transfer.posted", owner),
            event(trial, held, "transfer.held", owner),
            event(trial, captured, "transfer.captured", owner),
            event(trial, reversed, "transfer.reversed", owner),
            event(trial, open, "transfer.held", owner),
            event(trial, released, "transfer.released", owner),
            event(trial, between, "transfer.posted", null));
  }

  @Test
  default void transfersOfOneCallAreEventsInTheirOrder() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var a = trial.pocket();
    var b = trial.pocket();
    var first = List.of(post(house, a, 9), post(a, b, 5), post(b, a, 2));
    var second = List.of(post(house, b, 9), post(b, a, 1));
    ledger().post(first);
    ledger().postAll(second);
    assertThat(transferEvents())
        .extracting(event -> event.about().id())
        .containsExactlyElementsOf(
            List.of(first, second).stream()
                .flatMap(List::stream)
                .map(transfer -> transfer.id().toString())
                .toList());
  }

  @Test
  default void whatIsNotBookedIsNoEvent() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var a = trial.pocket();
    var b = trial.pocket();
    var deposit = post(house, a, 10);
    trial.book(deposit);
    assertThat(trial.post(deposit)).isInstanceOf(Outcome.Replayed.class);
    assertThat(trial.post(post(a, b, 11))).isInstanceOf(Outcome.Refused.class);
    ledger().postAll(List.of(post(a, b, 10), post(a, b, 1)));
    ledger().rehearse(List.of(post(a, b, 3)));
    assertThat(transferEvents()).hasSize(1);
  }

  private static PublishedEvent event(
      LedgerTrial trial, Transfer transfer, String type, @Nullable AccountId owner) {
    var about = new ChangeSubject(owner, "transfer:" + transfer.id(), 1, null);
    return new PublishedEvent(type, trial.decided(transfer).bookedAt(), about, List.of());
  }

  private AccountId owner(PocketId pocket) {
    return Objects.requireNonNull(pockets().find(pocket).orElseThrow().owner());
  }
}
