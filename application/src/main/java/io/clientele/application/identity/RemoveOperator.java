package io.clientele.application.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.Permission;
import java.time.InstantSource;

/** Removes an operator for good, with all its sessions. */
public final class RemoveOperator {
  private final Operators operators;
  private final InstantSource clock;

  /** Removes operators of this store. */
  public RemoveOperator(Operators operators, InstantSource clock) {
    this.operators = operators;
    this.clock = clock;
  }

  /** Wins over whoever changes the operator meanwhile. */
  public Outcome remove(Actor actor, OperatorId id) {
    if (!actor.may(Permission.CHANGE_OPERATORS)) {
      return new Outcome.Denied();
    }
    var act = actor.acts(clock.instant());
    return new Changing(operators).change(id, operator -> operator.remove(act), operators::remove);
  }
}
