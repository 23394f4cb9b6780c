package io.clientele.application.identity;

import io.clientele.domain.identity.operator.Operator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The outcomes of a change of an operator. Only {@link Done} has stored anything. */
public sealed interface OperatorOutcome {
  /**
   * The operator has the requested state, changed now or before; after a removal, its last state.
   */
  public record Done(Operator operator) implements OperatorOutcome {
    public Done {
      Objects.requireNonNull(operator, "operator");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.done(this);
    }
  }

  /** The actor may not do this. */
  record Denied() implements OperatorOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.denied(this);
    }
  }

  /** There is no such operator. */
  record NoSuchOperator() implements OperatorOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.noSuchOperator(this);
    }
  }

  /** Another operator has this e-mail. */
  record EmailTaken() implements OperatorOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.emailTaken(this);
    }
  }

  /** Without this operator no active admin would exist. */
  record LastAdmin() implements OperatorOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.lastAdmin(this);
    }
  }

  /** Other writers were first at every attempt: try again later. */
  record Overtaken() implements OperatorOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.overtaken(this);
    }
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<R extends @Nullable Object> {
    R done(Done done);

    R denied(Denied denied);

    R noSuchOperator(NoSuchOperator noSuchOperator);

    R emailTaken(EmailTaken emailTaken);

    R lastAdmin(LastAdmin lastAdmin);

    R overtaken(Overtaken overtaken);
  }
}
