package io.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.persistence.account.JdbcAccounts;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.kernel.Sample;
import io.opentelemetry.api.OpenTelemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionShareIT {
  private static final int POOL = 12;
  private static final int SHARE = 6;
  private static final ScopedValue<Boolean> CONFINED = ScopedValue.newInstance();

  private final Database database = TestPostgres.V18.migrated();
  private final Database shared =
      new Database(database.config(), OpenTelemetry.noop(), CONFINED::isBound);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger inside = new AtomicInteger();
  private final CountDownLatch go = new CountDownLatch(1);

  @AfterEach
  void stop() {
    go.countDown();
    threads.close();
    shared.close();
    database.close();
  }

  /** Starts work that holds a connection each, and awaits that this many have one. */
  private List<Future<Boolean>> hold(int threadsOfWork, int holding, boolean isConfined) {
    var before = inside.get();
    var all = new ArrayList<Future<Boolean>>();
    for (var i = 0; i < threadsOfWork; i++) {
      all.add(threads.submit(() -> isConfined ? confined(this::held) : held()));
    }
    while (inside.get() - before < holding) {
      Thread.onSpinWait();
    }
    return all;
  }

  private boolean held() {
    return shared
        .requests()
        .run(
            connection -> {
              inside.incrementAndGet();
              return awaited();
            });
  }

  private boolean awaited() {
    try {
      return go.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T confined(ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(CONFINED, true).call(work);
  }

  @Test
  void aCrowdOfConfinedThreadsLeavesConnectionsToTheOthers() {
    var crowd = hold(2 * POOL, SHARE, true);
    var others = hold(POOL - SHARE, POOL - SHARE, false);
    while (crowd.stream().filter(Future::isDone).count() < 2 * POOL - SHARE) {
      Thread.onSpinWait();
    }
    assertThat(inside).hasValue(POOL);
    go.countDown();
    assertThat(others).allMatch(ConnectionShareIT::isHeld);
    assertThat(crowd.stream().filter(ConnectionShareIT::isHeld)).hasSize(SHARE);
  }

  /** Whether work ended with a connection; false if it was refused. */
  private static boolean isHeld(Future<Boolean> work) {
    try {
      return work.get();
    } catch (ExecutionException refused) {
      assertThat(refused).hasCauseInstanceOf(PortUnavailable.class);
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aConfinedThreadWithoutAPlaceFindsTheDatabaseUnavailable() {
    hold(SHARE, SHARE, true);
    assertThatThrownBy(() -> confined(shared::id)).isInstanceOf(PortUnavailable.class);
    assertThat(shared.id()).isNotNull();
    go.countDown();
  }

  @Test
  void placesAreGivenBack() {
    for (var i = 0; i < 3 * POOL; i++) {
      assertThat(confined(() -> shared.requests().list("SELECT 1", row -> row.getInt(1))))
          .containsExactly(1);
    }
  }

  /** A look-up that waited for a place would delay those that join its batch. */
  @Test
  void aLookUpThatAllThreadsShareNeedsNoPlace() {
    var accounts = new JdbcAccounts(shared, TestPostgres.CHANGES, TestPostgres.ERASERS);
    hold(SHARE, SHARE, true);
    assertThat(confined(() -> accounts.find(new Sample(3).id())).present()).isEmpty();
    go.countDown();
  }
}
