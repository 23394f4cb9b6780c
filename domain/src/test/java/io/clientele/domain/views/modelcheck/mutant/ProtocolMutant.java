package io.clientele.domain.views.modelcheck.mutant;

import io.clientele.domain.views.modelcheck.model.ModelScenario;
import io.clientele.domain.views.modelcheck.model.ProtocolSteps;
import io.clientele.domain.views.modelcheck.model.TransitionSink.Promise;
import java.util.List;
import java.util.stream.Stream;

/**
 * A removed rule, bounds within which the search must find its cost, and the promise that it
 * violates.
 */
public record ProtocolMutant(ModelScenario scenario, ProtocolSteps steps, Promise breaks) {
  public ProtocolMutant {
    scenario.withoutBooks();
  }

  /** All mutants. */
  public static List<ProtocolMutant> all() {
    return Stream.of(
            StagingMutants.all(),
            LedgerMutants.all(),
            WriterMutants.all(),
            MarkMutants.all(),
            FoldMutants.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String toString() {
    return scenario.toString();
  }
}
