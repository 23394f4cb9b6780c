package io.clientele.domain.kernel;

import java.time.Duration;
import java.time.Instant;

/**
 * Finds stored responses, which are kept for 24 hours. The port that stores a change stores the
 * response in the same transaction. Implementations are safe for use by many threads and throw
 * {@link PortUnavailable} when they cannot know.
 */
public interface IdempotencyStore {
  /** How long a response is given again. */
  Duration KEPT = Duration.ofHours(24);

  /** Returns what is stored under the key at this time. Never waits for a request in progress. */
  Found find(IdempotencyKey key, Instant at);

  /** The results of a look-up. */
  sealed interface Found {
    /** A response is stored. */
    record Answered(StoredResponse response) implements Found {}

    /** A response was stored and is emptied, because its account is erased. */
    record Emptied() implements Found {}

    /** The response that is stored is of a request with another body. */
    record Mismatched() implements Found {}

    /** No response is stored, or one that is older than {@link #KEPT}. */
    record Unknown() implements Found {}
  }
}
