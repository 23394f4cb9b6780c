package io.clientele.benchmark.micro;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.counter.DirectViewCounter;
import io.clientele.application.views.counter.ViewCounter;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import io.clientele.inmemory.views.staging.InMemoryViewStaging;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/**
 * Measures what a counted view costs the reader. Compares our counter with a map of adders, which
 * loses counts when its entries are drained, and with one atomic number, which has no counts by
 * account. Nothing drains the counters here; in the service one thread does, every 20 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(Threads.MAX)
public class CountBench {
  /** One hot account, or more than fit into a cache. */
  @Param({"1", "10000"})
  public int accounts = 1;

  private final ConcurrentHashMap<UUID, LongAdder> adders = new ConcurrentHashMap<>();
  private final AtomicLong number = new AtomicLong();
  private final ViewRecorder through =
      new ViewCounter(
              new InMemoryViewStaging(),
              new InMemoryViewLedger(new Sharding(16)),
              new InMemoryFlushLog(),
              ViewCounterSettings.of(Duration.ofMinutes(5)))
          .recorder();
  private final ViewRecorder direct =
      new DirectViewCounter(
              new InMemoryViewLedger(new Sharding(16)),
              new InMemoryFlushLog(),
              ViewCounterSettings.of(Duration.ofMinutes(5)))
          .recorder();
  private UUID[] ids = {};

  @Setup
  public void openAccounts() {
    ids = BenchmarkIds.some(accounts);
  }

  @Benchmark
  public void viewCounter() {
    through.count(any());
  }

  @Benchmark
  public void directViews() {
    direct.count(any());
  }

  @Benchmark
  public void mapOfAdders() {
    adders.computeIfAbsent(any(), id -> new LongAdder()).increment();
  }

  @Benchmark
  public long oneAtomicNumber() {
    return number.incrementAndGet() + any().getLeastSignificantBits();
  }

  private UUID any() {
    return ids[ThreadLocalRandom.current().nextInt(ids.length)];
  }
}
