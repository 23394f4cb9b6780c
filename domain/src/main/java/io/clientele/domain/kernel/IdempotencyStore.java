package io.clientele.domain.kernel;

import java.time.Duration;
import java.time.Instant;

/**
 * Responses that are kept for 24 hours. The port that stores a change stores its response, in the
 * same transaction. Implementations are safe for use by many threads and throw {@link
 * PortUnavailable} when they cannot know.
 */
public interface IdempotencyStore {
  /** How long an answer is given again. */
  Duration KEPT = Duration.ofHours(24);

  /** What is known of this key at this time. Never waits for a request that is in work. */
  Found find(Idempotent.Key key, Instant at);

  /** What may be known of a key. */
  sealed interface Found {
    /** It was answered so. */
    record Answered(StoredResponse answer) implements Found {}

    /** It was answered, and the answer has been emptied: its subject is erased. */
    record Emptied() implements Found {}

    /** It was answered for another body. */
    record Mismatched() implements Found {}

    /** No response is kept under this key, or it has expired. */
    record Unknown() implements Found {}
  }
}
