package io.clientele.domain.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state that a rule has led to, with what happened on the way and who did it when. Without events
 * nothing happened: there is nothing to store, and the version stays.
 *
 * @param <T> the aggregate
 * @param kept the response to store in the transaction that stores the state; null if none is
 */
public record Change<T>(
    T state, List<? extends DomainEvent> events, Provenance act, Idempotent.@Nullable Kept kept) {
  public Change {
    events = List.copyOf(events);
  }

  /** The state after one event. */
  public static <T> Change<T> of(T state, DomainEvent event, Provenance act) {
    return new Change<>(state, List.of(event), act, null);
  }

  /** The state as it was: what was asked for is done already. */
  public static <T> Change<T> none(T state, Provenance act) {
    return new Change<>(state, List.of(), act, null);
  }

  /** Returns this change with a response to store in its transaction. */
  public Change<T> keeping(Idempotent.Kept response) {
    return new Change<>(state, events, act, response);
  }

  /** Whether there is nothing to store. */
  public boolean isNone() {
    return events.isEmpty();
  }
}
