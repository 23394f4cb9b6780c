package io.clientele.testkit;

import static io.clientele.domain.views.Via.DIRECT;
import static io.clientele.domain.views.Via.STAGING;
import static io.clientele.testkit.Ledgers.SHARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.views.Counted;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Shards;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.ViewLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InMemoryViewLedgerTest implements ViewLedgerContract {
  private final AtomicReference<Instant> now = new AtomicReference<>(Sample.BEGINNING);
  private InMemoryViewLedger ledger = fresh();

  @Override
  public ViewLedger ledger() {
    ledger = fresh();
    return ledger;
  }

  @Override
  public ViewLedger ledgerAway() {
    var away = fresh();
    away.goAway();
    return away;
  }

  @Override
  public void whileHeld(Shard shard, Runnable action) {
    ledger.whileHeld(shard, action);
  }

  @Test
  void silenceIsCountedFromTheLastWord() {
    var author = Ledgers.author(ledger, 1, STAGING);
    now.set(Sample.BEGINNING.plusSeconds(40));
    assertThat(silence(author)).isEqualTo(Duration.ofSeconds(40));
    ledger.heartbeat(List.of(new Counted(SHARD, author.writer(), 1, 0)));
    now.set(Sample.BEGINNING.plusSeconds(47));
    assertThat(silence(author)).isEqualTo(Duration.ofSeconds(7));
    ledger.register(author.writer(), STAGING, Set.of(SHARD));
    assertThat(silence(author)).isZero();
  }

  @Test
  void aWriterIsRemovedFromTheMomentThatItWasSilentLongEnough() {
    var author = Ledgers.author(ledger, 1, STAGING);
    now.set(Sample.BEGINNING.plusSeconds(59));
    ledger.remove(SHARD, author.writer(), author.mark(0), Duration.ofMinutes(1));
    assertThat(Ledgers.row(ledger, author.writer())).isPresent();
    now.set(Sample.BEGINNING.plusSeconds(60));
    ledger.remove(SHARD, author.writer(), author.mark(0), Duration.ofMinutes(1));
    assertThat(Ledgers.row(ledger, author.writer())).isEmpty();
  }

  @Test
  void testsMaySeeWhatHappened() {
    var author = Ledgers.author(ledger, 1, STAGING);
    ledger.apply(SHARD, author.sealed(1, 1));
    ledger.apply(SHARD, author.sealed(1, 1));
    ledger.quarantine(SHARD, List.of(author.sealed(3, 3)), Verdict.GAP);
    assertThat(ledger.answered(Verdict.OK)).isEqualTo(1);
    assertThat(ledger.answered(Verdict.DUPLICATE)).isEqualTo(1);
    assertThat(ledger.answered(Verdict.CONFLICT)).isZero();
    assertThat(ledger.quarantined())
        .containsExactly(
            new InMemoryViewLedger.Quarantined(SHARD, List.of(author.sealed(3, 3)), Verdict.GAP));
    var account = Ledgers.accounts(ledger).get(0);
    assertThat(ledger.viewsOf(account)).isEqualTo(author.counts(1, 1).of(account));
  }

  @Test
  void aDirectBatchWaitsABoundedTime() {
    var author = Ledgers.author(ledger, 1, DIRECT);
    ledger.whileHeld(
        SHARD,
        () ->
            assertThatThrownBy(
                    () -> ledger.applyDirect(SHARD, author.batch(1), Sample.BEGINNING, List.of()))
                .isInstanceOf(PortUnavailable.class));
  }

  private Duration silence(Author author) {
    return Ledgers.row(ledger, author.writer()).orElseThrow().silence();
  }

  private InMemoryViewLedger fresh() {
    return new InMemoryViewLedger(new Shards(4), now::get);
  }
}
