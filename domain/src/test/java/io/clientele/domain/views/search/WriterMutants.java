package io.clientele.domain.views.search;

import static io.clientele.domain.views.search.Limit.LEDGER_COPIES;
import static io.clientele.domain.views.search.Limit.LEDGER_ROLLBACKS;
import static io.clientele.domain.views.search.Limit.STAGED_ROLLBACKS;
import static io.clientele.domain.views.search.Scenarios.back;

import io.clientele.domain.views.Added;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterLog;
import io.clientele.domain.views.search.Sink.Promise;
import java.util.ArrayList;
import java.util.List;

/** A writer without one of its rules. */
final class WriterMutants {
  private WriterMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            Scenario.of("X6 a writer never sends again", 1).flushers(1).upTo(STAGED_ROLLBACKS, 1),
            new NeverAgain(),
            Promise.NO_LOSS),
        new Mutant(
            Scenario.of("X7 a writer forgets what the fast side has", 1)
                .flushers(1)
                .upTo(STAGED_ROLLBACKS, 1),
            new PrunesEarly(),
            Promise.NO_LOSS),
        new Mutant(
            Scenario.of("X9 the ledger goes back, nothing is kept, no writer retires", 1)
                .flushers(1)
                .sameLetters(1)
                .upTo(LEDGER_COPIES, 1)
                .upTo(LEDGER_ROLLBACKS, 1)
                .keepingNothing(),
            new Steps(),
            Promise.NO_LOSS),
        new Mutant(back("X12 kept batches are merged", 1), new Merges(), Promise.NO_DOUBLE));
  }

  private static final class NeverAgain extends Steps {
    @Override
    void take(WriterLog log, ViewBatch sent, Added added) {
      if (added.kind() != Added.Kind.GAP) {
        super.take(log, sent, added);
      }
    }

    @Override
    void sync(WriterLog log, Mark seen) {
      // Stays where it is.
    }
  }

  private static final class PrunesEarly extends Steps {
    @Override
    void prune(WriterLog log, Mark applied) {
      super.prune(log, log.answered());
    }
  }

  /** The oldest two become the second of them, as if the ledger's mark could not stand between. */
  private static final class Merges extends Steps {
    @Override
    List<ViewCounts> tidy(List<ViewCounts> kept, int answered) {
      if (answered < 2 || kept.get(0).isEmpty()) {
        return kept;
      }
      var merged = new ArrayList<>(kept);
      merged.set(0, ViewCounts.NONE);
      merged.set(1, kept.get(0).plus(kept.get(1)));
      return List.copyOf(merged);
    }
  }
}
