package io.clientele.testkit;

import org.junit.jupiter.api.Test;

/** The part of {@link ViewStagingContract} that tries what nobody has thought of. */
public interface StagingRulesContract extends StagingUnderTest {
  @Test
  default void stepsInAnyOrderAnswerAsTheRulesOfTheDomainDo() {
    var staging = staging();
    for (var trial = 0; trial < 24; trial++) {
      new StagingTrial(staging, trial).run(40);
    }
  }
}
