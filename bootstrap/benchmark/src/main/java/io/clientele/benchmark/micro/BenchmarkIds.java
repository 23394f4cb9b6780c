package io.clientele.benchmark.micro;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Ids as the service makes them, the same in every run. */
public final class BenchmarkIds {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  private BenchmarkIds() {}

  /** This many ids, a second apart. */
  public static UUID[] some(int count) {
    var random = new Random(7);
    return IntStream.range(0, count)
        .mapToObj(n -> Uuid7.of(BEGINNING.plusSeconds(n), random))
        .toArray(UUID[]::new);
  }
}
