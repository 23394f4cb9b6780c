package io.clientele.application.operation;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.operation.Operation;
import io.clientele.domain.operation.OperationId;
import io.clientele.domain.operation.OperationPermission;
import io.clientele.domain.operation.Operations;
import java.util.Objects;
import java.util.Optional;

/** Reads one operation. Other callers' operations are absent, except for administrators. */
public final class ViewOperation {
  private final Operations operations;

  /** Reads operations of this store. */
  public ViewOperation(Operations operations) {
    this.operations = Objects.requireNonNull(operations, "operations");
  }

  /** Returns the operation, if there is one that the actor may see. */
  public Access<Optional<Operation>> view(Actor actor, OperationId id) {
    var seesAll = actor.may(OperationPermission.VIEW_ALL_OPERATIONS);
    return Access.when(
        seesAll || actor.may(OperationPermission.VIEW_OWN_OPERATIONS),
        () ->
            operations
                .find(id)
                .filter(operation -> seesAll || operation.caller().equals(actor.name())));
  }
}
