package io.clientele.persistence.change;

import java.util.List;

/**
 * The result of a request of many changes.
 *
 * @param <R> the result of one change
 */
public sealed interface BulkResult<R> {
  /** The results of the changes, in their order. */
  record Results<R>(List<R> results) implements BulkResult<R> {
    public Results {
      results = List.copyOf(results);
    }
  }

  /** Another request with the same idempotency key is in progress; nothing was stored. */
  record InProgress<R>() implements BulkResult<R> {}

  /** A response is stored under the idempotency key already; nothing was stored. */
  record Answered<R>() implements BulkResult<R> {}
}
