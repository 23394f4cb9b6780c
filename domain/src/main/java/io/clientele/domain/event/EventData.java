package io.clientele.domain.event;

import java.util.Objects;

/** The state of an account as of the version of an event. */
public sealed interface EventData {
  /**
   * The state.
   *
   * @param json the account, as the API writes it
   */
  record Present(String json) implements EventData {
    public Present {
      Objects.requireNonNull(json, "json");
    }

    @Override
    public String toString() {
      return "***";
    }
  }

  /** The account was erased since, or the event is part of its erasure. */
  record Erased() implements EventData {}

  /** The state was too large to be stored with the event. */
  record TooLarge() implements EventData {}
}
