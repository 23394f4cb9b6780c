package io.clientele.domain;

import org.jspecify.annotations.Nullable;

/**
 * What led to an act, as the trail of audit tells it.
 *
 * @param requestId of the request that asked for it; empty if none did
 * @param reason that whoever asked has given; null if none
 */
public record Cause(String requestId, @Nullable String reason) {
  /** Nothing is known of it. */
  public static final Cause UNKNOWN = new Cause("", null);

  private static final int REASON_MAX = 200;

  public Cause {
    if (reason != null && (reason.isEmpty() || reason.length() > REASON_MAX)) {
      throw new InvalidValue("reason", "must be 1 to 200 characters");
    }
  }
}
