package io.clientele.domain.views.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.modelcheck.ModelChecker.Result;
import io.clientele.domain.views.modelcheck.model.ModelScenario;
import io.clientele.domain.views.modelcheck.model.ModelScenarios;
import io.clientele.domain.views.modelcheck.model.ProtocolSteps;
import io.clientele.domain.views.modelcheck.mutant.ProtocolMutant;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of the counter against every order of steps and faults. The searches share nothing and
 * run on all cores.
 */
@Execution(ExecutionMode.CONCURRENT)
class InterleavingsTest {
  private static final boolean IS_LONG = Boolean.getBoolean("clientele.long");

  /** Of one core, for all searches together; a slower machine shows it and fails nothing. */
  private static final int SHARE_SECONDS = IS_LONG ? 600 : 90;

  private static final DoubleAdder SECONDS = new DoubleAdder();

  @ParameterizedTest
  @MethodSource("scenarios")
  void noInterleavingBreaksAnInvariant(ModelScenario scenario) {
    var result = told(ModelChecker.of(scenario, new ProtocolSteps()));
    assertThat(result.found()).as("%s", scenario).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void everyMutantIsFound(ProtocolMutant mutant) {
    var result = told(ModelChecker.of(mutant.scenario(), mutant.steps()));
    assertThat(result.found())
        .as("%s", mutant)
        .hasValueSatisfying(
            found -> {
              assertThat(found.promise()).as("%s", found).isEqualTo(mutant.breaks());
              assertThat(found.trace()).isNotEmpty();
            });
  }

  static Stream<ModelScenario> scenarios() {
    return IS_LONG
        ? Stream.of(ModelScenarios.small(), ModelScenarios.large()).flatMap(List::stream)
        : ModelScenarios.small().stream();
  }

  static List<ProtocolMutant> mutants() {
    return ProtocolMutant.all();
  }

  @AfterAll
  static void tellTheShare() {
    System.out.printf("%.0f s of a share of %d s of one core%n", SECONDS.sum(), SHARE_SECONDS);
  }

  private static Result told(Result result) {
    SECONDS.add(result.seconds());
    System.out.println(result);
    return result;
  }
}
