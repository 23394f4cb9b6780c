package io.clientele.http.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.RateLimiter.Permit;
import jakarta.servlet.ServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PermitAwaiterTest {
  private static final Permit NONE = new Permit(false, 0, 1, 1, 1);
  private static final Permit ONE = new Permit(true, 0, 0, 1, 1);

  @Test
  void aWaitingRequestGetsARefilledPermit() {
    var asked = new AtomicInteger();
    var room = new PermitAwaiter(1, Duration.ofSeconds(30));
    var permit = room.await(request(), NONE, () -> asked.incrementAndGet() < 2 ? NONE : ONE);
    assertThat(permit).isEqualTo(ONE);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aWaitIsBounded() {
    var room = new PermitAwaiter(1, Duration.ofMillis(20));
    assertThat(room.await(request(), NONE, () -> NONE)).isEqualTo(NONE);
    assertThat(room.await(request(), NONE, () -> ONE)).as("the place is free again").isEqualTo(ONE);
  }

  @Test
  void theNumberOfWaitingRequestsIsBounded() throws Exception {
    var room = new PermitAwaiter(1, Duration.ofSeconds(30));
    var isIn = new CountDownLatch(1);
    var mayGo = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(
              () ->
                  room.await(
                      request(),
                      NONE,
                      () -> {
                        isIn.countDown();
                        awaitIt(mayGo);
                        return ONE;
                      }));
      isIn.await();
      var asked = new AtomicInteger();
      var second =
          room.await(
              request(),
              NONE,
              () -> {
                asked.incrementAndGet();
                return ONE;
              });
      assertThat(second).isEqualTo(NONE);
      assertThat(asked).hasValue(0);
      mayGo.countDown();
      assertThat(first.get()).isEqualTo(ONE);
    }
  }

  private static void awaitIt(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One that passed no gate. */
  private static ServletRequest request() {
    return (ServletRequest)
        Proxy.newProxyInstance(
            PermitAwaiterTest.class.getClassLoader(),
            new Class<?>[] {ServletRequest.class},
            (proxy, method, arguments) -> null);
  }
}
