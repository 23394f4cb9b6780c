package io.clientele.benchmark.micro;

import io.clientele.domain.kernel.AccountId;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;

/** Ids as the service makes them, the same in every run. */
public final class BenchmarkIds {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  private BenchmarkIds() {}

  /** So many, a second apart. */
  public static AccountId[] some(int count) {
    var random = new Random(7);
    return IntStream.range(0, count)
        .mapToObj(n -> AccountId.of(BEGINNING.plusSeconds(n), random))
        .toArray(AccountId[]::new);
  }
}
