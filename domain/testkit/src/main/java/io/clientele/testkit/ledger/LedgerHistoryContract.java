package io.clientele.testkit.ledger;

import static io.clientele.testkit.ledger.LedgerTrial.hold;
import static io.clientele.testkit.ledger.LedgerTrial.post;
import static io.clientele.testkit.ledger.LedgerTrial.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets.Amended;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferQuery;
import io.clientele.domain.ledger.transfer.TransferQuery.Position;
import io.clientele.domain.ledger.transfer.TransferQuery.Selection;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Entries replay to every balance, and lists go from the newest to the oldest; a contract of every
 * ledger.
 */
public interface LedgerHistoryContract extends LedgerPortsUnderTest {
  @Test
  default void entriesReplayToEveryBalanceOfThePast() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    trial.book(post(house, pocket, 100));
    trial.book(hold(pocket, house, 30, Duration.ofHours(1)));
    trial.book(post(pocket, house, 20));
    var entries = ledger().entries(pocket, null, 10);
    assertThat(entries.stream().map(Entry::seq).toList()).containsExactly(3L, 2L, 1L);
    assertThat(ledger().entries(pocket, 3L, 1)).containsExactly(entries.get(1));
    for (var entry : entries) {
      var after = ledger().balanceAfter(pocket, entry.seq()).orElseThrow();
      assertThat(after.posted()).isEqualTo(entry.postedAfter());
      var at = ledger().balanceAt(pocket, entry.bookedAt()).orElseThrow();
      assertThat(at.seq()).isGreaterThanOrEqualTo(entry.seq());
    }
    assertThat(ledger().balanceAfter(pocket, 4)).isEmpty();
    var before = entries.get(2).bookedAt().minusMillis(1);
    assertThat(ledger().balanceAt(pocket, before).orElseThrow().posted()).isZero();
    assertThat(ledger().balanceAt(pocket, entries.get(0).bookedAt().plusSeconds(3600))).isEmpty();
  }

  @Test
  default void listsStartAtTheNewestPageByPage() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var a = trial.pocket();
    var b = trial.pocket();
    var deposit = post(house, a, 100);
    var moved = post(a, b, 40);
    var back = settle(Settlement.REVERSAL, moved);
    List.of(deposit, moved, back).forEach(trial::book);
    assertThat(ids(new Selection.OfPocket(a))).containsExactly(back, moved, deposit);
    assertThat(ids(new Selection.OfPocket(b))).containsExactly(back, moved);
    assertThat(ids(new Selection.OfParent(moved.id()))).containsExactly(back);
    var owner = Objects.requireNonNull(pockets().find(b).orElseThrow().owner());
    assertThat(ids(new Selection.OfAccount(owner))).containsExactly(back, moved);
    var first = trial.decided(deposit).bookedAt();
    assertThat(ids(new Selection.Within(first, first.plusSeconds(60))))
        .containsExactly(back, moved, deposit);
    assertThat(ids(new Selection.Within(first.minusSeconds(60), first))).isEmpty();
  }

  /** Reads the list in pages of one. */
  private List<Transfer> ids(Selection selection) {
    var all = new ArrayList<Transfer>();
    @Nullable Position after = null;
    List<BookedTransfer> page;
    do {
      page = ledger().list(new TransferQuery(selection, null, after, 1));
      for (var one : page) {
        assertThat(all).as("pages before %s", one).doesNotContain(one.transfer());
        all.add(one.transfer());
        after = new Position(one.bookedAt(), one.id());
      }
    } while (!page.isEmpty());
    return all;
  }

  @Test
  default void aFrozenPocketIsRefusedAndAClosedOneIsEmpty() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    trial.book(post(house, pocket, 10));
    assertThat(amend(pocket, Pocket.Status.CLOSED, BigInteger.ZERO)).isEqualTo(Amended.NOT_EMPTY);
    assertThat(amend(pocket, Pocket.Status.FROZEN, BigInteger.ZERO)).isEqualTo(Amended.STORED);
    assertThat(trial.post(post(pocket, house, 10)))
        .isEqualTo(new Outcome.Refused(new Refusal.Frozen(pocket)));
    assertThat(amend(pocket, Pocket.Status.OPEN, BigInteger.ZERO)).isEqualTo(Amended.STORED);
    trial.book(post(pocket, house, 10));
    assertThat(amend(pocket, Pocket.Status.CLOSED, BigInteger.ZERO)).isEqualTo(Amended.STORED);
    assertThat(trial.post(post(house, pocket, 10)))
        .isEqualTo(new Outcome.Refused(new Refusal.Closed(pocket)));
    assertThat(amend(house, Pocket.Status.FROZEN, null)).isEqualTo(Amended.STORED);
    assertThat(trial.post(post(house, trial.house("other"), 10)))
        .isEqualTo(new Outcome.Refused(new Refusal.Frozen(house)));
  }

  @Test
  default void anOwnersPocketsAreFoundByTheirName() {
    var trial = new LedgerTrial(this);
    var main = pockets().find(trial.pocket()).orElseThrow();
    var owner = Objects.requireNonNull(main.owner());
    trial.pocket();
    trial.house("main");
    var savings = trial.open(owner, "savings", BigInteger.ZERO);
    assertThat(pockets().named(owner, "main")).isEqualTo(Map.of(main.asset().code(), main));
    assertThat(pockets().named(owner, "savings").values())
        .extracting(Pocket::id)
        .containsExactly(savings);
    assertThat(pockets().named(owner, "bank")).isEmpty();
  }

  @Test
  default void aFloorChangesOnlyIfTheBalanceAllowsIt() {
    var trial = new LedgerTrial(this);
    var house = trial.house("bank");
    var pocket = trial.pocket();
    var credit = BigInteger.valueOf(-50);
    assertThat(amend(pocket, Pocket.Status.OPEN, credit)).isEqualTo(Amended.STORED);
    trial.book(post(pocket, house, 50));
    assertThat(trial.post(post(pocket, house, 1))).isInstanceOf(Outcome.Refused.class);
    assertThat(amend(pocket, Pocket.Status.OPEN, BigInteger.ZERO)).isEqualTo(Amended.BELOW_FLOOR);
    var stale = pockets().find(house).orElseThrow();
    assertThat(amend(house, Pocket.Status.OPEN, BigInteger.ZERO)).isEqualTo(Amended.STORED);
    assertThat(pockets().amend(stale.amend(Pocket.Status.FROZEN, null, LedgerTrial.BY)))
        .isEqualTo(Amended.STALE);
    assertThat(trial.post(post(house, pocket, 51)))
        .isEqualTo(new Outcome.Refused(new Refusal.Insufficient(house, BigInteger.ONE)));
    assertThat(amend(house, Pocket.Status.OPEN, null)).isEqualTo(Amended.STORED);
    trial.book(post(house, pocket, 51));
    assertThat(trial.balance(house)).isEqualTo("-1/0");
    assertThat(ledger().entries(house, null, 5).stream().map(Entry::seq).toList()).contains(1L);
  }

  private Amended amend(PocketId id, Pocket.Status status, @Nullable BigInteger floor) {
    var pocket = pockets().find(id).orElseThrow();
    return pockets().amend(pocket.amend(status, floor, LedgerTrial.BY));
  }
}
