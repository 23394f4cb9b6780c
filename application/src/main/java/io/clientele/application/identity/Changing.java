package io.clientele.application.identity;

import io.clientele.domain.Change;
import io.clientele.domain.identity.Operator;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.Operators.Saved;
import java.util.function.Function;

/** What changes of a stored operator share: again, a few times, when another writer was first. */
final class Changing {
  private static final int ATTEMPTS = 4;

  private final Operators operators;

  Changing(Operators operators) {
    this.operators = operators;
  }

  Outcome change(
      OperatorId id,
      Function<Operator, Change<Operator>> rule,
      Function<Change<Operator>, Saved> store) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var found = operators.find(id);
      if (found.isEmpty()) {
        return new Outcome.NoSuchOperator();
      }
      var change = rule.apply(found.get());
      if (change.isNone()) {
        return new Outcome.Done(found.get());
      }
      var outcome = outcome(store.apply(change), change);
      if (!(outcome instanceof Outcome.Overtaken)) {
        return outcome;
      }
    }
    return new Outcome.Overtaken();
  }

  /** What a save means to the caller. */
  static Outcome outcome(Saved saved, Change<Operator> change) {
    return switch (saved) {
      case STORED -> new Outcome.Done(change.state().at(change.state().version() + 1));
      case STALE -> new Outcome.Overtaken();
      case EMAIL_TAKEN -> new Outcome.EmailTaken();
      case LAST_ADMIN -> new Outcome.LastAdmin();
    };
  }
}
