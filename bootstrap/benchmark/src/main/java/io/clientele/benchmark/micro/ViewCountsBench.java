package io.clientele.benchmark.micro;

import io.clientele.domain.views.ViewCounts;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Batches of 2,000 accounts, as a writer forms and joins them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ViewCountsBench {
  private static final int ACCOUNTS = 2_000;

  private final Map<UUID, Long> counts = new HashMap<>();
  private ViewCounts even = ViewCounts.NONE;
  private ViewCounts every = ViewCounts.NONE;
  private UUID one = BenchmarkIds.some(1)[0];

  @Setup
  public void count() {
    var ids = BenchmarkIds.some(ACCOUNTS * 2);
    var others = new HashMap<UUID, Long>();
    for (var i = 0; i < ACCOUNTS; i++) {
      counts.put(ids[i], 1L + i);
      others.put(ids[2 * i], 1L + i);
    }
    every = ViewCounts.of(counts);
    even = ViewCounts.of(others);
    one = ids[ACCOUNTS / 2];
  }

  /** From the map that views were counted in. */
  @Benchmark
  public ViewCounts of2000() {
    return ViewCounts.of(counts);
  }

  /** Half of the accounts are in both. */
  @Benchmark
  public ViewCounts plus2000() {
    return every.plus(even);
  }

  @Benchmark
  public long viewsOfOneIn2000() {
    return every.of(one);
  }
}
