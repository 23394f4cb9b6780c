package io.clientele.bootstrap;

import io.clientele.domain.account.AccountId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * New account ids. The seed is the system's chance, so no two processes give the same ids; an id is
 * a name, not a secret, so a fast generator goes on from there.
 */
final class AccountIds implements Supplier<AccountId> {
  private static final int SEED_BYTES = 24;

  private final InstantSource clock;
  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom")
          .create(new SecureRandom().generateSeed(SEED_BYTES));

  AccountIds(InstantSource clock) {
    this.clock = clock;
  }

  /** One at a time: the generator is not safe for many threads. */
  @Override
  public synchronized AccountId get() {
    return AccountId.of(clock.instant(), random);
  }
}
