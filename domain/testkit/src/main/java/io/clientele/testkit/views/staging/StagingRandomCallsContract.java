package io.clientele.testkit.views.staging;

import org.junit.jupiter.api.Test;

/**
 * Random calls have the results of {@link io.clientele.domain.views.staging.StagingState}; a part
 * of {@link ViewStagingContract}.
 */
public interface StagingRandomCallsContract extends StagingUnderTest {
  @Test
  default void randomStepsHaveTheResultsOfTheDomain() {
    var staging = staging();
    for (var trial = 0; trial < 24; trial++) {
      new StagingModelComparison(staging, trial).run(40);
    }
  }
}
