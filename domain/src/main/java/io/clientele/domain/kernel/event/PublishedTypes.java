package io.clientele.domain.kernel.event;

import java.util.Objects;
import java.util.Set;

/** The types of events that one context publishes, such as {@code account.opened}. */
public record PublishedTypes(Set<String> names) {
  public PublishedTypes {
    names = Set.copyOf(Objects.requireNonNull(names, "names"));
  }

  /** Returns these types. */
  public static PublishedTypes of(String... names) {
    return new PublishedTypes(Set.of(names));
  }
}
