package io.clientele.application.identity;

import io.clientele.domain.identity.operator.Operator;

/** How a change of an operator ends. Only {@link Done} has stored anything. */
public sealed interface OperatorOutcome {
  /** It is as was asked, now or already; after a removal, as it was last. */
  public record Done(Operator operator) implements OperatorOutcome {}

  /** The actor may not do this. */
  record Denied() implements OperatorOutcome {}

  /** There is no such operator. */
  record NoSuchOperator() implements OperatorOutcome {}

  /** Another operator has this e-mail. */
  record EmailTaken() implements OperatorOutcome {}

  /** Without this one there would be no active admin. */
  record LastAdmin() implements OperatorOutcome {}

  /** Other writers were first each time: try again later. */
  record Overtaken() implements OperatorOutcome {}
}
