package io.clientele.testkit.views.counter;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.testkit.views.ViewsSample;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Every view is counted once, and counting never fails. Implement it in the test of your own {@link
 * ViewRecorder}; each test begins with one call of {@link #recorder}.
 */
public interface ViewRecorderContract {
  /** A recorder that has counted nothing. */
  ViewRecorder recorder();

  /** How many views of this subject the recorder of this test has counted. */
  long recorded(UUID subject);

  /** Makes the store behind the recorder unreachable, if it has one. */
  void recorderGoesAway();

  @Test
  default void eachCountIsOneViewOfItsSubject() {
    var recorder = recorder();
    var subjects = new ViewsSample(71).subjects(3);
    recorder.count(subjects.get(0));
    recorder.count(subjects.get(1));
    recorder.count(subjects.get(0));
    assertThat(subjects).extracting(this::recorded).containsExactly(2L, 1L, 0L);
  }

  @Test
  default void noCountOfManyThreadsIsLost() {
    var recorder = recorder();
    var subjects = new ViewsSample(71).subjects(3);
    together(
        8,
        thread -> {
          for (var i = 0; i < 3_000; i++) {
            recorder.count(subjects.get(i % 3));
          }
          return thread;
        });
    assertThat(subjects).extracting(this::recorded).containsExactly(8_000L, 8_000L, 8_000L);
  }

  @Test
  default void countingNeverFails() {
    var recorder = recorder();
    recorderGoesAway();
    var subjects = new ViewsSample(71).subjects(100);
    assertThatCode(() -> subjects.forEach(recorder::count)).doesNotThrowAnyException();
  }
}
