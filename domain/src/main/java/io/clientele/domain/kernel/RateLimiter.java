package io.clientele.domain.kernel;

/**
 * Limits how often a key may be used, across all instances. Never waits. While the shared quotas
 * are unavailable, each instance uses local quotas of the same size. Implementations are safe for
 * use by many threads.
 */
public interface RateLimiter {
  /**
   * Takes one permit from the quota of the key under the limit, if one is left. Throws {@link
   * IllegalArgumentException} for a limit without a quota.
   */
  default Permit take(RateLimit limit, String key) {
    return take(limit, key, 1);
  }

  /**
   * Takes as many permits as {@code count}, 1 or more, or none if fewer are left. Throws {@link
   * IllegalArgumentException} for a limit without a quota.
   */
  Permit take(RateLimit limit, String key, int count);

  /**
   * The result of taking permits.
   *
   * @param granted whether all were taken; otherwise none was
   * @param remaining permits of the key
   * @param resetSeconds until the quota is full or, if no permit was granted, until as many permits
   *     as were wanted are left
   * @param size of the full quota
   * @param windowSeconds in which an empty quota refills
   */
  record Permit(
      boolean granted, long remaining, long resetSeconds, long size, long windowSeconds) {}
}
