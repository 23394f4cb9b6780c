package io.clientele.domain.kernel;

import java.util.Objects;
import java.util.function.Function;

/**
 * A request to execute once: the response to the first request is stored and repeated.
 *
 * @param <T> what the response shows
 * @param encoder encodes the stored state as the response to store
 */
public record Idempotent<T>(IdempotencyKey key, Function<? super T, StoredResponse> encoder) {
  public Idempotent {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(encoder, "encoder");
  }

  /**
   * A response that a store keeps in the transaction of the change.
   *
   * @param response to repeat
   */
  public record Kept(IdempotencyKey key, StoredResponse response) {
    public Kept {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(response, "response");
    }
  }

  /** Returns the response to keep once this state is stored. */
  public Kept kept(T stored) {
    return new Kept(key, encoder.apply(stored));
  }
}
