package io.clientele.application.identity;

import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.operator.Operators.Saved;
import io.clientele.domain.kernel.Change;
import java.util.Optional;
import java.util.function.Function;

/** Changes a stored operator by a rule; repeats the change when another writer was first. */
final class OperatorUpdate {
  private final Operators operators;

  OperatorUpdate(Operators operators) {
    this.operators = operators;
  }

  OperatorOutcome change(
      OperatorId id,
      Function<Operator, Change<Operator>> rule,
      Function<Change<Operator>, Saved> store) {
    return OptimisticUpdate.run(
        () -> {
          var outcome = attempt(id, rule, store);
          return outcome instanceof OperatorOutcome.Overtaken
              ? Optional.empty()
              : Optional.of(outcome);
        },
        new OperatorOutcome.Overtaken());
  }

  private OperatorOutcome attempt(
      OperatorId id,
      Function<Operator, Change<Operator>> rule,
      Function<Change<Operator>, Saved> store) {
    var found = operators.find(id);
    if (found.isEmpty()) {
      return new OperatorOutcome.NoSuchOperator();
    }
    var change = rule.apply(found.get());
    return change.isNone()
        ? new OperatorOutcome.Done(found.get())
        : outcome(store.apply(change), change);
  }

  /** Returns the outcome of a save. */
  static OperatorOutcome outcome(Saved saved, Change<Operator> change) {
    return switch (saved) {
      case STORED -> new OperatorOutcome.Done(change.state().at(change.state().version() + 1));
      case STALE -> new OperatorOutcome.Overtaken();
      case EMAIL_TAKEN -> new OperatorOutcome.EmailTaken();
      case LAST_ADMIN -> new OperatorOutcome.LastAdmin();
    };
  }
}
