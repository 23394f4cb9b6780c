package io.clientele.bootstrap.account;

import io.clientele.domain.kernel.AccountId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Generates account ids. The seed comes from the system's secure random source, so that processes
 * generate different ids. An id is not a secret, so a fast generator continues from the seed.
 */
public final class AccountIdGenerator implements Supplier<AccountId> {
  private static final int SEED_BYTES = 24;

  private final InstantSource clock;
  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom")
          .create(new SecureRandom().generateSeed(SEED_BYTES));

  public AccountIdGenerator(InstantSource clock) {
    this.clock = clock;
  }

  /** Synchronized, because the generator is not thread-safe. */
  @Override
  public synchronized AccountId get() {
    return AccountId.of(clock.instant(), random);
  }
}
