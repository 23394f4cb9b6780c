package io.clientele.application.identity;

import io.clientele.domain.identity.operator.Operator;
import java.util.Objects;

/** The outcomes of a change of an operator. Only {@link Done} has stored anything. */
public sealed interface OperatorOutcome {
  /**
   * The operator has the requested state, changed now or before; after a removal, its last state.
   */
  public record Done(Operator operator) implements OperatorOutcome {
    public Done {
      Objects.requireNonNull(operator, "operator");
    }
  }

  /** The actor may not do this. */
  record Denied() implements OperatorOutcome {}

  /** There is no such operator. */
  record NoSuchOperator() implements OperatorOutcome {}

  /** Another operator has this e-mail. */
  record EmailTaken() implements OperatorOutcome {}

  /** Without this operator no active admin would exist. */
  record LastAdmin() implements OperatorOutcome {}

  /** Other writers were first at every attempt: try again later. */
  record Overtaken() implements OperatorOutcome {}
}
