package io.clientele.application.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OptimisticUpdateTest {
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void theFirstAttemptThatIsNotOvertakenIsTheLast() {
    var outcome =
        OptimisticUpdate.run(
            () -> attempts.incrementAndGet() == 3 ? Optional.of("stored") : Optional.empty(),
            "overtaken");
    assertThat(outcome).isEqualTo("stored");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void afterFourAttemptsTheUpdateIsOvertaken() {
    var outcome =
        OptimisticUpdate.run(
            () -> {
              attempts.incrementAndGet();
              return Optional.<String>empty();
            },
            "overtaken");
    assertThat(outcome).isEqualTo("overtaken");
    assertThat(attempts).hasValue(4);
  }
}
