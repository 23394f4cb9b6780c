package io.clientele.bootstrap.account;

import io.clientele.domain.kernel.AccountId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * New account ids. The seed is the system's chance, so no two processes give the same ids; an id is
 * a name, not a secret, so a fast generator goes on from there.
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

  /** One at a time: the generator is not safe for many threads. */
  @Override
  public synchronized AccountId get() {
    return AccountId.of(clock.instant(), random);
  }
}
