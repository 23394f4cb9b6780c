package io.clientele.http.security;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.identity.password.PasswordHasher;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.text.TextRules;
import io.clientele.http.limits.CpuBulkhead;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords by Argon2id (RFC 9106), on threads for half of the cores, which it shares with
 * new connections by a {@link CpuBulkhead}. A few more hashes wait; the next one fails at once. So
 * a flood of sign-ins leaves cores and heap to other requests.
 */
public final class Argon2Passwords implements PasswordHasher {
  private static final Duration WAIT_MAX = Duration.ofSeconds(2);

  private final SecureRandom random = new SecureRandom();
  private final CpuBulkhead bulkhead;
  private final Semaphore places = new Semaphore(PasswordHashingLimits.PLACES);
  private final ThreadPoolExecutor threads;
  private final Argon2Hash unmatched;

  /** Creates its own threads, for half of the machine's cores. */
  public Argon2Passwords(CpuBulkhead bulkhead) {
    this.bulkhead = bulkhead;
    threads =
        new ThreadPoolExecutor(
            PasswordHashingLimits.THREADS,
            PasswordHashingLimits.THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), // the places bound it
            Thread.ofPlatform().daemon().name("passwords-", 0).factory());
    // Each thread keeps 19 MiB of hashing memory, and most of the time there are no sign-ins.
    threads.allowCoreThreadTimeOut(true);
    unmatched = Argon2Hash.unmatched(random);
  }

  @Override
  public PasswordHash hash(Password chosen) {
    return done(() -> new PasswordHash(Argon2Hash.of(chosen.value(), random).toString()));
  }

  @Override
  public boolean isRight(Secret typed, @Nullable PasswordHash hash) {
    var kept = hash == null ? unmatched : Argon2Hash.parse(hash.value());
    return done(() -> kept.isOf(TextRules.composed(typed.value()))) && hash != null;
  }

  private <T> T done(Callable<T> hashing) {
    if (!places.tryAcquire()) {
      throw new PortUnavailable("passwords", new RejectedExecutionException("all places taken"));
    }
    try {
      return inTurn(hashing);
    } finally {
      places.release();
    }
  }

  private <T> T inTurn(Callable<T> hashing) {
    var future = new FutureTask<>(hashing);
    bulkhead.addHash(() -> threads.execute(() -> run(future)));
    try {
      return future.get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException busy) {
      future.cancel(false);
      throw new PortUnavailable("passwords", busy);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new PortUnavailable("passwords", stopping);
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    }
  }

  /** Runs the hash, unless it was cancelled, and gives its turn back. */
  private void run(FutureTask<?> future) {
    try {
      future.run();
    } finally {
      bulkhead.endHash();
    }
  }
}
