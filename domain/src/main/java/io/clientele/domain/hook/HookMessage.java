package io.clientele.domain.hook;

import java.time.Instant;
import java.util.Objects;

/**
 * A message that was received and verified, without its content.
 *
 * @param externalId the id that the sender gave the message; a source has one message of an id
 * @param verifiedBy the scheme of the signature and the number of the source's secret, from 1:
 *     {@code stripe/1}
 */
public record HookMessage(
    HookMessageId id,
    Instant receivedAt,
    HookSource source,
    String externalId,
    String verifiedBy,
    Status status) {
  /** The longest id of a sender, in characters. */
  public static final int EXTERNAL_ID_MAX = 255;

  public HookMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(externalId, "externalId");
    Objects.requireNonNull(verifiedBy, "verifiedBy");
    Objects.requireNonNull(status, "status");
  }

  /** Where a message stands. Stored by its name. */
  public enum Status {
    /** It is stored, and not handled yet. */
    RECEIVED,
    /** All handlers of its source have handled it. */
    HANDLED
  }
}
