package io.clientele.domain.kernel;

import io.clientele.domain.kernel.Idempotent.Kept;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The new state of an aggregate, with the events that led to it and their provenance. Without
 * events there is nothing to store, and the version stays.
 *
 * @param <T> the aggregate
 * @param kept the response to store in the transaction that stores the state; null if none is
 */
public record Change<T>(
    T state, List<? extends DomainEvent> events, Provenance act, @Nullable Kept kept) {
  public Change {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(act, "act");
    events = List.copyOf(Objects.requireNonNull(events, "events"));
  }

  /**
   * Why a context refuses to close or erase an account.
   *
   * @param code the stable name of the reason, such as {@code pockets-not-empty}; unique among
   *     contexts
   * @param detail tells the caller what to do, in a sentence without personal data
   */
  public record Veto(String code, String detail) {
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");

    public Veto {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(detail, "detail");
      if (!CODE.matcher(code).matches()) {
        throw new IllegalArgumentException("malformed code: " + code);
      }
    }
  }

  /** Returns the state after one event. */
  public static <T> Change<T> of(T state, DomainEvent event, Provenance act) {
    return new Change<>(state, List.of(event), act, null);
  }

  /** Returns the unchanged state, because the request has nothing to change. */
  public static <T> Change<T> none(T state, Provenance act) {
    return new Change<>(state, List.of(), act, null);
  }

  /** Returns this change with a response to store in its transaction. */
  public Change<T> keeping(Kept response) {
    return new Change<>(state, events, act, response);
  }

  /** Whether there is nothing to store. */
  public boolean isNone() {
    return events.isEmpty();
  }
}
