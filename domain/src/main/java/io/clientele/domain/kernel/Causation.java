package io.clientele.domain.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What led to an act, as the trail of audit tells it. Prints without the subject.
 *
 * @param requestId of the request that asked for it; empty if none did
 * @param reason that the caller gave; null if none
 * @param subject by which an outside issuer knows the customer who acts on the own account; it is
 *     personal, so the audit seals it under the account's key; null for everyone else
 */
public record Causation(String requestId, @Nullable String reason, @Nullable String subject) {
  /** Nothing is known of it. */
  public static final Causation UNKNOWN = new Causation("", null);

  private static final int REASON_MAX = 200;

  /** A cause without a subject. */
  public Causation(String requestId, @Nullable String reason) {
    this(requestId, reason, null);
  }

  public Causation {
    if (reason != null && (reason.isEmpty() || reason.length() > REASON_MAX)) {
      throw new InvalidValue("reason", "must be 1 to 200 characters");
    }
  }

  /** Returns this cause for a customer whom an outside issuer knows by this subject. */
  public Causation by(String issuersSubject) {
    return new Causation(requestId, reason, issuersSubject);
  }

  @Override
  public String toString() {
    return "Causation[" + requestId + ", " + reason + "]";
  }
}
