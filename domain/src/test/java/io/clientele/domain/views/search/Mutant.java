package io.clientele.domain.views.search;

import io.clientele.domain.views.search.Sink.Promise;
import java.util.List;
import java.util.stream.Stream;

/**
 * One rule less, bounds within which the search must find what that costs, and the promise it
 * breaks.
 */
record Mutant(Scenario scenario, Steps steps, Promise breaks) {
  Mutant {
    scenario.withoutBooks();
  }

  /** Every rule, taken away in turn. */
  static List<Mutant> all() {
    return Stream.of(StagedMutants.all(), LedgerMutants.all(), WriterMutants.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String toString() {
    return scenario.toString();
  }
}
