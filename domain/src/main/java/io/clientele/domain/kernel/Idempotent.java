package io.clientele.domain.kernel;

import java.util.function.Function;

/**
 * The wish to have something done once, however often it is asked for: the answer of the first time
 * is kept and given again.
 *
 * @param <T> what the answer shows
 * @param answering the answer to keep, made from the state as it is stored
 */
public record Idempotent<T>(Key key, Function<? super T, StoredResponse> answering) {

  /**
   * Names a request. Two are the same if caller, method, path and name are; the same body must then
   * have the same hash.
   *
   * @param name as the caller chose it
   * @param bodyHash SHA-256 in hexadecimal digits
   */
  public record Key(String caller, String method, String path, String name, String bodyHash) {}

  /**
   * An answer that a store keeps in the transaction of what it answers.
   *
   * @param answer to give again
   */
  public record Kept(Key key, StoredResponse answer) {}

  /** What to keep once this state is stored. */
  public Kept kept(T stored) {
    return new Kept(key, answering.apply(stored));
  }
}
