package io.clientele.http.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.http.limits.CpuBulkhead;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class Argon2PasswordsTest {
  private static final int CORES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final int EXCESS = 3;
  private static final String TEXT = "a password of some length";

  private final CpuBulkhead bulkhead = new CpuBulkhead();
  private final Argon2Passwords passwords = new Argon2Passwords(bulkhead);

  @Test
  void aPasswordMatchesItsOwnHashOnly() {
    var hash = passwords.hash(new Password(TEXT));
    assertThat(passwords.isRight(new Secret(TEXT), hash)).isTrue();
    assertThat(passwords.isRight(new Secret(TEXT + "x"), hash)).isFalse();
    assertThat(passwords.isRight(new Secret(TEXT), null)).isFalse();
  }

  /** Also shows that a hash whose sign-in has given up does not run later, and frees its place. */
  @Test
  void hashesWaitWhileConnectionsTakeAllPlacesAndTheExcessIsRefusedAtOnce() throws Exception {
    for (var i = 0; i < CORES; i++) {
      bulkhead.addConnection(() -> {});
    }
    var failures = new ArrayList<Future<Throwable>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < PasswordHashingLimits.PLACES + EXCESS; i++) {
        failures.add(
            threads.submit(() -> catchThrowable(() -> passwords.hash(new Password(TEXT)))));
      }
    }
    var refused = 0;
    for (var failure : failures) {
      assertThat(failure.get())
          .isInstanceOf(PortUnavailable.class)
          .cause()
          .isInstanceOfAny(RejectedExecutionException.class, TimeoutException.class);
      refused += failure.get().getCause() instanceof RejectedExecutionException ? 1 : 0;
    }
    assertThat(refused).isEqualTo(EXCESS);
    for (var i = 0; i < CORES; i++) {
      bulkhead.end();
    }
    assertThat(passwords.isRight(new Secret(TEXT), null)).isFalse();
  }
}
