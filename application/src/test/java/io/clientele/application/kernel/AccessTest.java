package io.clientele.application.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AccessTest {
  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void anAllowedReadIsRunOnceAndGrantsItsValue() {
    assertThat(Access.when(true, reads::incrementAndGet)).isEqualTo(new Access.Granted<>(1));
  }

  @Test
  void aDeniedReadIsNotRun() {
    assertThat(Access.when(false, reads::incrementAndGet)).isEqualTo(new Access.Denied<>());
    assertThat(reads).hasValue(0);
  }
}
