package io.clientele.http.server;

import io.clientele.domain.identity.Front;
import io.clientele.domain.kernel.InvalidValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The fronts whose routes, documents and pages an instance serves. */
public record ServedFronts(Set<Front> fronts) {
  private static final String RULE = "must be operations, store, or both with a comma";

  public ServedFronts {
    fronts = Set.copyOf(fronts);
  }

  /**
   * Reads names with commas between them.
   *
   * @throws InvalidValue for a name of no front
   */
  public static ServedFronts parse(String text) {
    var fronts = EnumSet.noneOf(Front.class);
    for (var name : text.split(",", -1)) {
      switch (name.strip()) {
        case "operations" -> fronts.add(Front.OPERATIONS);
        case "store" -> fronts.add(Front.STORE);
        default -> throw new InvalidValue("fronts", RULE);
      }
    }
    return new ServedFronts(fronts);
  }

  /** Whether the store is one of them. */
  public boolean hasStore() {
    return fronts.contains(Front.STORE);
  }

  /** Returns the names as {@link #parse} reads them. */
  @Override
  public String toString() {
    return fronts.stream()
        .sorted()
        .map(front -> front.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(","));
  }
}
