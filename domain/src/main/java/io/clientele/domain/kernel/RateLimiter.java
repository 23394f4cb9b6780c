package io.clientele.domain.kernel;

/**
 * Limits how often somebody may ask. Shared by all instances; never waits, and goes on with a limit
 * of its own of the same size while what it shares is away. Safe for use by many threads.
 */
public interface RateLimiter {
  /** Takes one permit of this holder's budget, if there is one. */
  Permit take(Budget budget, String holder);

  /** What is limited; each holder has a budget of its own of each. */
  enum Budget {
    /** All calls of one known caller. */
    CALLER,
    /** All calls from one address. */
    ADDRESS,
    /** Sign-ins to one name from one network. */
    SIGN_IN_NAME,
    /** Sign-ins to one name from all networks that never signed in to it. */
    SIGN_IN_STRANGERS,
    /** Sign-ins from one browser that signed in before. */
    SIGN_IN_DEVICE,
    /** Sign-ins from one address. */
    SIGN_IN_ADDRESS,
    /** Changes that one operator tries to make to its own password. */
    OWN_PASSWORD,
    /** Changes of the e-mail address of one account by its customer, successful or not. */
    EMAIL_CHANGE
  }

  /**
   * What became of it.
   *
   * @param remaining permits of the holder now; 0 if none was granted
   * @param resetSeconds until the budget is whole again, or a permit is to be had if none was
   *     granted
   * @param size of the whole budget
   * @param windowSeconds in which it may be used up
   */
  record Permit(
      boolean granted, long remaining, long resetSeconds, long size, long windowSeconds) {}
}
