package io.clientele.domain.kernel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cause of an action, as the audit trail records it. Printed without the subject.
 *
 * @param requestId of the request; empty if there was none
 * @param reason that the caller gave; null if none
 * @param subject by which an outside issuer knows the customer who acts on the own account;
 *     personal, so the audit encrypts it under the account's key; null for other actors
 * @param trace the W3C {@code traceparent} of the request, which published events carry on; null if
 *     there is none. The audit does not keep it
 */
public record Causation(
    String requestId, @Nullable String reason, @Nullable String subject, @Nullable String trace) {
  /** An unknown cause. */
  public static final Causation UNKNOWN = new Causation("", null);

  private static final int REASON_MAX = 200;

  /** Creates a cause without a subject and a trace. */
  public Causation(String requestId, @Nullable String reason) {
    this(requestId, reason, null, null);
  }

  public Causation {
    Objects.requireNonNull(requestId, "requestId");
    if (reason != null
        && (reason.isEmpty() || reason.codePointCount(0, reason.length()) > REASON_MAX)) {
      throw new InvalidValue("reason", "must be 1 to 200 characters");
    }
  }

  /** Returns this cause for a customer whom an outside issuer knows by this subject. */
  public Causation by(String issuersSubject) {
    return new Causation(requestId, reason, issuersSubject, trace);
  }

  /** Returns this cause within the trace of this {@code traceparent}; null for none. */
  public Causation within(@Nullable String traceparent) {
    return new Causation(requestId, reason, subject, traceparent);
  }

  @Override
  public String toString() {
    return "Causation[" + requestId + ", " + reason + "]";
  }
}
