package io.clientele.domain.event;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selects events.
 *
 * @param types names such as {@code account.opened}, or {@code account.*} for all of a kind; empty
 *     for all events
 * @param account whose events are selected; null for all accounts
 */
public record EventFilter(Set<String> types, @Nullable AccountId account) {
  /** All events. */
  public static final EventFilter ALL = new EventFilter(Set.of(), null);

  private static final int TYPES_MAX = 50;
  private static final Pattern TYPE =
      Pattern.compile("[a-z][a-z-]{0,49}\\.([a-z][a-z-]{0,49}|\\*)");
  private static final String EVERY = "*";

  public EventFilter {
    types = Set.copyOf(Objects.requireNonNull(types, "types"));
    if (types.size() > TYPES_MAX
        || !types.stream().allMatch(type -> TYPE.matcher(type).matches())) {
      throw new InvalidValue(
          "types", "must list at most 50 names such as account.opened or account.*");
    }
  }

  /** Returns this filter restricted to the events of one account. */
  public EventFilter of(AccountId owner) {
    return new EventFilter(types, owner);
  }

  /** Whether an event of this type and account is selected. */
  public boolean selects(String type, @Nullable AccountId of) {
    var kind = type.substring(0, type.indexOf('.') + 1) + EVERY;
    return (types.isEmpty() || types.contains(type) || types.contains(kind))
        && (account == null || account.equals(of));
  }

  /** The prefixes of the types that end in a star, such as {@code account.}. */
  public Set<String> kinds() {
    return types.stream()
        .filter(type -> type.endsWith(EVERY))
        .map(type -> type.substring(0, type.length() - 1))
        .collect(Collectors.toUnmodifiableSet());
  }
}
