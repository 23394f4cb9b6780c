package io.clientele.application.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.Operators;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one operator. */
public final class ViewOperator {
  private final Operators operators;

  /** Reads from this store. */
  public ViewOperator(Operators operators) {
    this.operators = Objects.requireNonNull(operators, "operators");
  }

  /** Returns the operator; an operator may always see itself. */
  public Outcome view(Actor actor, OperatorId id) {
    var isOwn = actor.may(IdentityPermission.VIEW_SELF) && id.subject().equals(actor.name());
    return isOwn || actor.may(IdentityPermission.VIEW_OPERATORS)
        ? operators.find(id).<Outcome>map(Outcome.Found::new).orElseGet(Outcome.NoSuchOperator::new)
        : new Outcome.Denied();
  }

  /** The outcomes of a look-up. */
  public sealed interface Outcome {
    /** The operator exists. */
    record Found(Operator operator) implements Outcome {
      public Found {
        Objects.requireNonNull(operator, "operator");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.found(this);
      }
    }

    /** The actor may not do this. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** There is no such operator. */
    record NoSuchOperator() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchOperator(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R found(Found found);

      R denied(Denied denied);

      R noSuchOperator(NoSuchOperator noSuchOperator);
    }
  }
}
