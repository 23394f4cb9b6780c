package io.clientele.application.identity;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.OperatorPage;
import io.clientele.domain.identity.operator.Operators;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists operators, a page at a time, oldest first. */
public final class ListOperators {
  private final Operators operators;

  /** Lists operators of this store. */
  public ListOperators(Operators operators) {
    this.operators = Objects.requireNonNull(operators, "operators");
  }

  /** Returns one page, if the actor may see operators. */
  public Access<OperatorPage> list(Actor actor, @Nullable OperatorId after, int limit) {
    return Access.when(
        actor.may(IdentityPermission.VIEW_OPERATORS), () -> operators.list(after, limit));
  }
}
