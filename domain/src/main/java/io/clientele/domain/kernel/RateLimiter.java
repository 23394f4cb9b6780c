package io.clientele.domain.kernel;

/**
 * Limits how often a key may be used. Shared by all instances; never waits, and goes on with quotas
 * of its own of the same size while what it shares is unavailable. Safe for use by many threads.
 */
public interface RateLimiter {
  /**
   * Takes one permit of the quota that the key has under the limit, if one is left. Throws {@link
   * IllegalArgumentException} for a limit without a quota.
   */
  Permit take(RateLimit limit, String key);

  /**
   * The result of taking a permit.
   *
   * @param remaining permits of the key now; 0 if none was granted
   * @param resetSeconds until the quota is whole again or, if no permit was granted, until the next
   *     permit
   * @param size of the whole quota
   * @param windowSeconds in which it may be used up
   */
  record Permit(
      boolean granted, long remaining, long resetSeconds, long size, long windowSeconds) {}
}
