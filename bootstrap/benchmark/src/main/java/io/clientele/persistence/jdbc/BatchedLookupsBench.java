package io.clientele.persistence.jdbc;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/**
 * Look-ups of 64 threads that share queries, where a query takes as long as this. It stands in this
 * package to see what is not public.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(64)
public class BatchedLookupsBench {
  /** 0: the joining alone. */
  @Param({"0", "200"})
  public long queryMicros;

  private final BatchedLookups<Integer, Integer> lookups =
      new BatchedLookups<>(
          "the benchmark",
          Duration.ofSeconds(2),
          keys -> {
            if (queryMicros > 0) {
              LockSupport.parkNanos(queryMicros * 1_000);
            }
            return keys.stream().collect(Collectors.toMap(Function.identity(), key -> key));
          });

  @Benchmark
  public Optional<Integer> find() {
    return lookups.find(ThreadLocalRandom.current().nextInt(1_000_000));
  }
}
