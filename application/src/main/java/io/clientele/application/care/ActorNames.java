package io.clientele.application.care;

import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.kernel.InvalidValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of the operators behind actors, each read once. Used by one thread, for one result. */
final class ActorNames {
  private static final String OPERATOR = "operator:";

  private final Operators operators;
  private final Map<String, Optional<DisplayName>> known = new HashMap<>();

  ActorNames(Operators operators) {
    this.operators = operators;
  }

  /** Returns the name; null if the actor is no operator, or was removed. */
  @Nullable DisplayName of(String actor) {
    return known.computeIfAbsent(actor, this::read).orElse(null);
  }

  private Optional<DisplayName> read(String actor) {
    if (!actor.startsWith(OPERATOR)) {
      return Optional.empty();
    }
    try {
      return operators
          .find(OperatorId.parse(actor.substring(OPERATOR.length())))
          .map(operator -> operator.profile().name());
    } catch (InvalidValue other) {
      return Optional.empty();
    }
  }
}
