package io.clientele.domain.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds stored responses, which are kept for 24 hours. The port that stores a change stores its
 * response in the same transaction. Implementations are safe for use by many threads and throw
 * {@link PortUnavailable} when the store cannot be reached.
 */
public interface IdempotencyStore {
  /** How long a response is repeated. */
  Duration KEPT = Duration.ofHours(24);

  /**
   * Returns what is stored under the key at this instant. Never waits for a request in progress.
   */
  Found find(IdempotencyKey key, Instant at);

  /** The result of a look-up. */
  sealed interface Found {
    /** A response is stored. */
    record Answered(StoredResponse response) implements Found {
      public Answered {
        Objects.requireNonNull(response, "response");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.answered(this);
      }
    }

    /**
     * A response was stored and is deleted, because its account is erased. This is found for every
     * body, also for one that was a mismatch before.
     */
    record Emptied() implements Found {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.emptied(this);
      }
    }

    /** The stored response belongs to a request with another body. */
    record Mismatched() implements Found {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.mismatched(this);
      }
    }

    /** No response is stored, or it is older than {@link #KEPT}. */
    record Unknown() implements Found {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.unknown(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R answered(Answered answered);

      R emptied(Emptied emptied);

      R mismatched(Mismatched mismatched);

      R unknown(Unknown unknown);
    }
  }
}
