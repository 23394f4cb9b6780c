package io.clientele.bootstrap;

/** The Maven profile {@code long}: more faults and longer loads than a build has time for. */
final class LongProfile {
  /** Whether this run uses it. */
  static final boolean IS_ACTIVE = Boolean.getBoolean("clientele.long");

  private LongProfile() {}
}
