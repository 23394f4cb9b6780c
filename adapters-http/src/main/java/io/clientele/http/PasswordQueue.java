package io.clientele.http;

/**
 * How many passwords are hashed at a time, and how many wait for it. Said once, for who hashes them
 * and for who sends away what would find no place.
 */
public final class PasswordQueue {
  /** Half of the cores, so that the others serve everyone else. */
  public static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** That wait for each thread. */
  public static final int WAITING_FOR_EACH = 16;

  /** Who are hashed, and who wait. */
  static final int PLACES = THREADS * (1 + WAITING_FOR_EACH);

  private PasswordQueue() {}
}
