package io.clientele.domain;

import org.jspecify.annotations.Nullable;

/**
 * What led to an act, as the trail of audit tells it. Prints without the subject.
 *
 * @param requestId of the request that asked for it; empty if none did
 * @param reason that the caller gave; null if none
 * @param subject by which an outside issuer knows the customer who acts on the own account; it is
 *     personal, so the audit seals it under the account's key; null for everyone else
 */
public record Cause(String requestId, @Nullable String reason, @Nullable String subject) {
  /** Nothing is known of it. */
  public static final Cause UNKNOWN = new Cause("", null);

  private static final int REASON_MAX = 200;

  /** A cause without a subject. */
  public Cause(String requestId, @Nullable String reason) {
    this(requestId, reason, null);
  }

  public Cause {
    if (reason != null && (reason.isEmpty() || reason.length() > REASON_MAX)) {
      throw new InvalidValue("reason", "must be 1 to 200 characters");
    }
  }

  /** Returns this cause for a customer whom an outside issuer knows by this subject. */
  public Cause by(String issuersSubject) {
    return new Cause(requestId, reason, issuersSubject);
  }

  @Override
  public String toString() {
    return "Cause[" + requestId + ", " + reason + "]";
  }
}
