package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.Views;
import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.InterceptedPort;
import io.clientele.application.views.pipeline.ForEachShard;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests loops over shards: a shard whose ledger refuses does not stop the others. */
final class FailingShardTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final CounterFixture bench = new CounterFixture(2);
  private final UUID one = bench.accountOf(new Shard(0));
  private final UUID other = bench.accountOf(new Shard(1));

  @Test
  void everyShardGetsItsStepAndTheFirstFailureCarriesTheOthers() {
    var done = new ArrayList<Integer>();
    var failures =
        List.of(new IllegalStateException("of 0"), new PortUnavailable("of 1", null), failure());
    assertThatThrownBy(
            () ->
                ForEachShard.run(
                    List.of(0, 1, 2, 3),
                    part -> {
                      done.add(part);
                      if (part < failures.size()) {
                        throw failures.get(part);
                      }
                    }))
        .isSameAs(failures.get(0))
        .hasSuppressedException(failures.get(1))
        .hasSuppressedException(failures.get(2));
    assertThat(done).containsExactly(0, 1, 2, 3);
  }

  @Test
  void oneFailureOfAllShardsIsThrownOnce() {
    var failure = failure();
    assertThatThrownBy(
            () ->
                ForEachShard.run(
                    List.of(0, 1),
                    part -> {
                      throw failure;
                    }))
        .isSameAs(failure)
        .hasNoSuppressedExceptions();
  }

  @Test
  void directViewsOfTheOtherShardReachTheLedger() {
    var views = withoutStaging();
    bench.pass(Duration.ofSeconds(31));
    refuseOnce("applyDirect");
    assertThatThrownBy(() -> CounterFixture.run(views, "views-direct"))
        .isInstanceOf(PortUnavailable.class);
    assertThat(bench.persisted(one) + bench.persisted(other)).isEqualTo(1);
    CounterFixture.run(views, "views-direct");
    assertThat(bench.persisted(one) + bench.persisted(other)).isEqualTo(2);
  }

  @Test
  void closingWithoutStagingAppliesTheOtherShard() {
    var views = withoutStaging();
    refuseOnce("applyDirect");
    assertThatThrownBy(views::close).isInstanceOf(PortUnavailable.class);
    assertThat(bench.persisted(one) + bench.persisted(other)).isEqualTo(1);
  }

  @Test
  void closingADirectCounterAppliesTheOtherShard() {
    var views = bench.direct();
    countBoth(views);
    refuseOnce("applyDirect");
    assertThatThrownBy(views::close).isInstanceOf(PortUnavailable.class);
    assertThat(bench.persisted(one) + bench.persisted(other)).isEqualTo(1);
  }

  @Test
  void aFlushContinuesWithTheOtherShard() {
    var views = bench.counter();
    countBoth(views);
    bench.ledger.before("apply", InterceptedPort.times(1, FailingShardTest::fail));
    assertThatThrownBy(() -> views.flush(SOON)).isInstanceOf(IllegalArgumentException.class);
    assertThat(bench.persisted(one) + bench.persisted(other)).isEqualTo(1);
  }

  @Test
  void aLockedShardIsTriedAgainDespiteAFailingOne() {
    var views = bench.counter();
    countBoth(views);
    bench.ledger.instead("apply", InterceptedPort.once(new ApplyResult(ApplyVerdict.BUSY, 0)));
    var calls = new AtomicInteger();
    bench.ledger.before(
        "apply",
        () -> {
          if (calls.incrementAndGet() == 2) {
            InterceptedPort.lose();
          }
        });
    assertThatThrownBy(() -> views.flush(SOON)).isInstanceOf(PortUnavailable.class);
    assertThat(bench.persisted(one) + bench.persisted(other)).isEqualTo(1);
  }

  @Test
  void closingAppliesTheOtherShardAndThrowsTheFirstFailure() {
    var views = bench.counter();
    countBoth(views);
    bench.ledger.before("apply", InterceptedPort.times(1, InterceptedPort::lose));
    assertThatThrownBy(views::close).isInstanceOf(PortUnavailable.class);
    assertThat(bench.persisted(one) + bench.persisted(other)).isEqualTo(1);
    assertThat(bench.ledger.calls("heartbeat")).isPositive();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFailingShardStopsNeitherClosingOfOthersNorItsHeartbeat(boolean isStaged) {
    var views = isStaged ? bench.counter() : bench.direct();
    countBoth(views);
    var call = isStaged ? "apply" : "applyDirect";
    bench.ledger.before(call, InterceptedPort.times(1, FailingShardTest::fail));
    bench.staging.before("add", InterceptedPort.times(1, FailingShardTest::fail));
    assertThatThrownBy(views::close).isInstanceOf(IllegalArgumentException.class);
    assertThat(bench.persisted(one) + bench.persisted(other)).isEqualTo(1);
    assertThat(accepted()).as("of both writers").isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHeartbeatRefusedByOneShardReachesTheOther(boolean isStaged) {
    var views = isStaged ? bench.counter() : bench.direct();
    countBoth(views);
    views.flush(SOON);
    assertThat(accepted()).as("no heartbeat yet").isZero();
    bench.ledger.before("heartbeat", InterceptedPort.times(2, InterceptedPort::lose));
    assertThatThrownBy(() -> CounterFixture.run(views, "views-heartbeat"))
        .isInstanceOf(PortUnavailable.class);
    assertThat(accepted()).isEqualTo(1);
  }

  @Test
  void anUnreachableLedgerIsWaitedForOnceAndNotPerShard() {
    var views = bench.counter();
    countBoth(views);
    views.flush(SOON);
    bench.ledger.before(
        "heartbeat",
        () -> {
          bench.pass(Duration.ofSeconds(4));
          InterceptedPort.lose();
        });
    assertThatThrownBy(() -> CounterFixture.run(views, "views-heartbeat"))
        .isInstanceOf(PortUnavailable.class);
    assertThat(bench.ledger.calls("heartbeat")).as("of both ways").isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theRowsOfTheOtherShardAreCleaned(boolean isStaged) {
    var dead = isStaged ? bench.counter() : bench.direct();
    countBoth(dead);
    dead.flush(Duration.ofSeconds(5));
    assertThat(rows()).isEqualTo(2);
    var views = isStaged ? bench.counter() : bench.direct();
    bench.pass(Duration.ofDays(8));
    CounterFixture.run(views, "views-clean");
    bench.pass(Duration.ofHours(1));
    refuseOnce("remove");
    assertThatThrownBy(() -> CounterFixture.run(views, "views-clean"))
        .isInstanceOf(PortUnavailable.class);
    assertThat(rows()).isEqualTo(1);
    bench.pass(Duration.ofHours(1));
    CounterFixture.run(views, "views-clean");
    assertThat(rows()).isZero();
  }

  private void countBoth(Views views) {
    views.recorder().count(one);
    views.recorder().count(other);
  }

  /** Returns a counter with one unanswered view and one unsent view of each account. */
  private ViewCounter withoutStaging() {
    var views = bench.counter();
    bench.fast.startOutage();
    countBoth(views);
    CounterFixture.run(views, "views-send");
    countBoth(views);
    CounterFixture.run(views, "views-send");
    return views;
  }

  private void refuseOnce(String call) {
    bench.ledger.before(call, InterceptedPort.times(1, InterceptedPort::lose));
  }

  private long accepted() {
    return bench.durable.snapshots(bench.shards.all()).stream()
        .flatMap(snapshot -> snapshot.writers().stream())
        .mapToLong(WriterRow::accepted)
        .sum();
  }

  private static void fail() {
    throw failure();
  }

  private int rows() {
    return bench.durable.snapshots(bench.shards.all()).stream()
        .mapToInt(snapshot -> snapshot.writers().size())
        .sum();
  }

  private static IllegalArgumentException failure() {
    return new IllegalArgumentException("of 2");
  }
}
