package io.clientele.application.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.operator.Operators.Saved;
import io.clientele.domain.kernel.Change;
import java.util.function.Function;

/** What changes of a stored operator share: again, a few times, when another writer was first. */
final class OperatorUpdate {
  private static final int ATTEMPTS = 4;

  private final Operators operators;

  OperatorUpdate(Operators operators) {
    this.operators = operators;
  }

  OperatorOutcome change(
      OperatorId id,
      Function<Operator, Change<Operator>> rule,
      Function<Change<Operator>, Saved> store) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var found = operators.find(id);
      if (found.isEmpty()) {
        return new OperatorOutcome.NoSuchOperator();
      }
      var change = rule.apply(found.get());
      if (change.isNone()) {
        return new OperatorOutcome.Done(found.get());
      }
      var outcome = outcome(store.apply(change), change);
      if (!(outcome instanceof OperatorOutcome.Overtaken)) {
        return outcome;
      }
    }
    return new OperatorOutcome.Overtaken();
  }

  /** What a save means to the caller. */
  static OperatorOutcome outcome(Saved saved, Change<Operator> change) {
    return switch (saved) {
      case STORED -> new OperatorOutcome.Done(change.state().at(change.state().version() + 1));
      case STALE -> new OperatorOutcome.Overtaken();
      case EMAIL_TAKEN -> new OperatorOutcome.EmailTaken();
      case LAST_ADMIN -> new OperatorOutcome.LastAdmin();
    };
  }
}
