package io.clientele.testkit.views.staging;

import org.junit.jupiter.api.Test;

/** The part of {@link ViewStagingContract} that makes random calls. */
public interface StagingRandomCallsContract extends StagingUnderTest {
  @Test
  default void stepsInAnyOrderAnswerAsTheRulesOfTheDomainDo() {
    var staging = staging();
    for (var trial = 0; trial < 24; trial++) {
      new StagingModelComparison(staging, trial).run(40);
    }
  }
}
