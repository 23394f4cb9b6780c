package io.clientele.application.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.OperatorPage;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.Permission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists operators, a page at a time, the oldest first. */
public final class ListOperators {
  private final Operators operators;

  /** Lists operators of this store. */
  public ListOperators(Operators operators) {
    this.operators = operators;
  }

  /** One page; empty if the actor may not see operators. */
  public Optional<OperatorPage> list(Actor actor, @Nullable OperatorId after, int limit) {
    return actor.may(Permission.VIEW_OPERATORS)
        ? Optional.of(operators.list(after, limit))
        : Optional.empty();
  }
}
