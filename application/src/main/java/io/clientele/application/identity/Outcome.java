package io.clientele.application.identity;

import io.clientele.domain.identity.Operator;

/** How a change of an operator ends. Only {@link Done} has stored anything. */
public sealed interface Outcome {
  /** It is as was asked, now or already; after a removal, as it was last. */
  record Done(Operator operator) implements Outcome {}

  /** The actor may not do this. */
  record Denied() implements Outcome {}

  /** There is no such operator. */
  record NoSuchOperator() implements Outcome {}

  /** Another operator has this e-mail. */
  record EmailTaken() implements Outcome {}

  /** Without this one there would be no active admin. */
  record LastAdmin() implements Outcome {}

  /** Other writers were first each time: try again later. */
  record Overtaken() implements Outcome {}
}
