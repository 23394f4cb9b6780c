package io.clientele.application.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.Operators;
import java.time.InstantSource;
import java.util.Objects;

/** Removes an operator permanently, with all its sessions. */
public final class RemoveOperator {
  private final Operators operators;
  private final InstantSource clock;

  /** Removes operators of this store. */
  public RemoveOperator(Operators operators, InstantSource clock) {
    this.operators = Objects.requireNonNull(operators, "operators");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Removes the operator even if it was changed meanwhile. */
  public OperatorOutcome remove(Actor actor, OperatorId id) {
    if (!actor.may(IdentityPermission.CHANGE_OPERATORS)) {
      return new OperatorOutcome.Denied();
    }
    var act = actor.acts(clock.instant());
    return new OperatorUpdate(operators)
        .change(id, operator -> operator.remove(act), operators::remove);
  }
}
