package io.clientele.testkit.views.ledger;

import static io.clientele.domain.views.ledger.DeliveryPath.DIRECT;
import static io.clientele.domain.views.ledger.DeliveryPath.STAGING;
import static io.clientele.testkit.views.ledger.LedgerAssertions.SHARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

public class InMemoryViewLedgerTest implements ViewLedgerContract {
  private final AtomicReference<Instant> now = new AtomicReference<>(Sample.BEGINNING);
  private InMemoryViewLedger ledger = fresh();

  @Override
  public ViewLedger ledger() {
    ledger = fresh();
    return ledger;
  }

  @Override
  public ViewLedger unreachableLedger() {
    var away = fresh();
    away.startOutage();
    return away;
  }

  @Override
  public void whileHeld(Shard shard, Runnable action) {
    ledger.whileHeld(shard, action);
  }

  @Override
  public List<QuarantinedBatch> quarantined() {
    return copies(ledger);
  }

  /** Returns the copies in the quarantine of a ledger in memory. */
  public static List<QuarantinedBatch> copies(InMemoryViewLedger ledger) {
    return ledger.quarantined().stream()
        .flatMap(
            call ->
                call.segments().stream()
                    .map(batch -> QuarantinedBatch.of(call.shard(), call.why(), batch)))
        .toList();
  }

  @Test
  void silenceCountsFromTheLastHeartbeat() {
    var author = LedgerAssertions.author(ledger, 1, STAGING);
    now.set(Sample.BEGINNING.plusSeconds(40));
    assertThat(silence(author)).isEqualTo(Duration.ofSeconds(40));
    ledger.heartbeat(List.of(new WriterCounts(SHARD, author.writer(), 1, 0)));
    now.set(Sample.BEGINNING.plusSeconds(47));
    assertThat(silence(author)).isEqualTo(Duration.ofSeconds(7));
    ledger.register(author.writer(), STAGING, Set.of(SHARD));
    assertThat(silence(author)).isZero();
  }

  @Test
  void aWriterCanBeRemovedOnceItIsSilentLongEnough() {
    var author = LedgerAssertions.author(ledger, 1, STAGING);
    now.set(Sample.BEGINNING.plusSeconds(59));
    ledger.remove(SHARD, author.writer(), author.mark(0), Duration.ofMinutes(1));
    assertThat(LedgerAssertions.row(ledger, author.writer())).isPresent();
    now.set(Sample.BEGINNING.plusSeconds(60));
    ledger.remove(SHARD, author.writer(), author.mark(0), Duration.ofMinutes(1));
    assertThat(LedgerAssertions.row(ledger, author.writer())).isEmpty();
  }

  @Test
  void testsCanInspectTheLedger() {
    var author = LedgerAssertions.author(ledger, 1, STAGING);
    ledger.apply(SHARD, author.sealed(1, 1));
    ledger.apply(SHARD, author.sealed(1, 1));
    ledger.quarantine(SHARD, List.of(author.sealed(3, 3)), ApplyVerdict.GAP);
    assertThat(ledger.answered(ApplyVerdict.OK)).isEqualTo(1);
    assertThat(ledger.answered(ApplyVerdict.DUPLICATE)).isEqualTo(1);
    assertThat(ledger.answered(ApplyVerdict.CONFLICT)).isZero();
    assertThat(ledger.quarantined())
        .containsExactly(
            new InMemoryViewLedger.Quarantined(
                SHARD, List.of(author.sealed(3, 3)), ApplyVerdict.GAP));
    var account = LedgerAssertions.accounts(ledger).get(0);
    assertThat(ledger.viewsOf(account)).isEqualTo(author.counts(1, 1).of(account));
  }

  @Test
  void aDirectBatchWaitsABoundedTime() {
    var author = LedgerAssertions.author(ledger, 1, DIRECT);
    ledger.whileHeld(
        SHARD,
        () ->
            assertThatThrownBy(
                    () -> ledger.applyDirect(SHARD, author.batch(1), Sample.BEGINNING, List.of()))
                .isInstanceOf(PortUnavailable.class));
  }

  private Duration silence(TestWriter author) {
    return LedgerAssertions.row(ledger, author.writer()).orElseThrow().silence();
  }

  private InMemoryViewLedger fresh() {
    return new InMemoryViewLedger(new Sharding(4, 2), now::get);
  }
}
