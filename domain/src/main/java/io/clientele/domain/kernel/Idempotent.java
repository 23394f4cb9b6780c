package io.clientele.domain.kernel;

import java.util.function.Function;

/**
 * A request to do something once, however often the request is sent: the response to the first
 * request is stored and given again.
 *
 * @param <T> what the response shows
 * @param encoder makes the response to store from the state that was stored
 */
public record Idempotent<T>(IdempotencyKey key, Function<? super T, StoredResponse> encoder) {

  /**
   * A response that a store keeps in the transaction of the change.
   *
   * @param response to give again
   */
  public record Kept(IdempotencyKey key, StoredResponse response) {}

  /** Returns what to keep once this state is stored. */
  public Kept kept(T stored) {
    return new Kept(key, encoder.apply(stored));
  }
}
