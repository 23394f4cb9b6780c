package io.clientele.application.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.kernel.Job.Timing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class JobTest {
  private static final Duration PERIOD = Duration.ofSeconds(100);

  @Test
  void aPeriodFromTheStartIsShorterByTheRun() {
    var job = job(Timing.FROM_START, 0);
    assertThat(job.pauseAfter(Duration.ZERO, 0)).isEqualTo(PERIOD);
    assertThat(job.pauseAfter(Duration.ofSeconds(30), 0)).isEqualTo(Duration.ofSeconds(70));
  }

  @Test
  void aRunLongerThanItsPeriodIsFollowedAtOnce() {
    var pause = job(Timing.FROM_START, 0).pauseAfter(Duration.ofSeconds(101), 0);
    assertThat(pause).isZero();
  }

  @Test
  void aPeriodFromTheEndIsThePauseAfterAnyRun() {
    var job = job(Timing.FROM_END, 0);
    assertThat(job.pauseAfter(Duration.ofSeconds(101), 0)).isEqualTo(PERIOD);
  }

  @Test
  void jitterOnlyShortensAPause() {
    var job = job(Timing.FROM_START, 0.2);
    assertThat(job.pauseAfter(Duration.ZERO, 0)).isEqualTo(PERIOD);
    assertThat(job.pauseAfter(Duration.ZERO, 1)).isEqualTo(Duration.ofSeconds(80));
    assertThat(job.pauseAfter(Duration.ofSeconds(30), 1)).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void replacingTheWorkKeepsTheTiming() {
    var job = job(Timing.FROM_START, 0.2);
    Runnable other = () -> {};
    assertThat(job.with(other)).isEqualTo(new Job("a job", PERIOD, 0.2, Timing.FROM_START, other));
  }

  private static Job job(Timing timing, double jitter) {
    return new Job("a job", PERIOD, jitter, timing, () -> {});
  }
}
