package io.clientele.http.security;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.identity.password.PasswordHasher;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.text.TextRules;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords by Argon2id (RFC 9106), on threads for half of the cores. A few more hashes
 * wait; the next one fails at once. So a flood of sign-ins leaves cores and heap to other requests.
 */
public final class Argon2Passwords implements PasswordHasher {
  private static final Duration WAIT_MAX = Duration.ofSeconds(2);

  private final SecureRandom random = new SecureRandom();
  private final ThreadPoolExecutor threads;
  private final Argon2Hash unmatched;

  /** Creates its own threads, for half of the machine's cores. */
  public Argon2Passwords() {
    this(PasswordHashingLimits.THREADS);
  }

  Argon2Passwords(int size) {
    threads =
        new ThreadPoolExecutor(
            size,
            size,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(size * PasswordHashingLimits.WAITING_FOR_EACH),
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
    Future<T> future;
    try {
      future = threads.submit(hashing);
    } catch (RejectedExecutionException full) {
      throw new PortUnavailable("passwords", full);
    }
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
}
