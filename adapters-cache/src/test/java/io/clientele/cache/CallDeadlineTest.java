package io.clientele.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallDeadlineTest {
  private static final Duration COMMAND = Duration.ofMillis(250);

  @Test
  void aCommandOutsideOfAStepHasItsOwnLimit() {
    assertThat(CallDeadline.nanosLeft(COMMAND)).isEqualTo(COMMAND.toNanos());
  }

  @Test
  void theCommandsOfAStepShareItsLimit() {
    var step = Duration.ofMillis(100);

    var left = CallDeadline.within(step, () -> CallDeadline.nanosLeft(COMMAND));

    assertThat(left).isBetween(0L, step.toNanos());
  }

  @Test
  void aStepWithoutTimeLeavesNoneToACommand() {
    assertThat(CallDeadline.within(Duration.ZERO, () -> CallDeadline.nanosLeft(COMMAND))).isZero();
  }

  @Test
  void aLongStepDoesNotLengthenACommand() {
    var left = CallDeadline.within(Duration.ofHours(1), () -> CallDeadline.nanosLeft(COMMAND));

    assertThat(left).isEqualTo(COMMAND.toNanos());
  }
}
