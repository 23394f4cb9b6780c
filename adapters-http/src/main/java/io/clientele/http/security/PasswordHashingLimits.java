package io.clientele.http.security;

/** The bounds of password hashing, for its threads and for the concurrency limit of sign-ins. */
public final class PasswordHashingLimits {
  /** Threads that hash: half of the cores. */
  public static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** Passwords that wait for each thread. */
  public static final int WAITING_FOR_EACH = 16;

  /** How long a sign-in waits for a permit. */
  public static final int WAIT_MILLIS = 2_000;

  /** Sign-ins that work at once: one is hashed while the next one is looked up. */
  public static final int SIGN_INS = 2 * THREADS;

  /** Sign-ins that work or wait. */
  public static final int PLACES = THREADS * (1 + WAITING_FOR_EACH);

  private PasswordHashingLimits() {}
}
