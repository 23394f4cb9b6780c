package io.clientele.http.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.server.OverloadTest;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RequestMetricsReader;
import io.clientele.http.testing.StubAccounts;
import io.clientele.http.testing.TestClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rejected requests are counted by the limit that rejected them. */
class RejectionCounterTest {
  private static final String ONE = "/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057";

  private final RequestMetricsReader doors = new RequestMetricsReader();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  @AfterEach
  void stop() {
    doors.close();
  }

  @Test
  void rejectionsStartAtZero() {
    try (var service = service()) {
      assertThat(new TestClient(service.port()).get("/health/live").status()).isEqualTo(200);
      assertThat(doors.shed()).isEqualTo(Map.of("work", 0L, "sign-in", 0L, "store", 0L));
    }
  }

  @Test
  void aTimedOutWaitCountsAsARejectionByWork() throws Exception {
    try (var service = service()) {
      shedsWhileOneIsInWork(new TestClient(service.port()));
      assertThat(doors.shed()).isEqualTo(Map.of("work", 2L, "sign-in", 0L, "store", 0L));
    }
  }

  private void shedsWhileOneIsInWork(TestClient caller) throws Exception {
    var first = CompletableFuture.supplyAsync(() -> caller.get(ONE), Thread::startVirtualThread);
    assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(caller.get(ONE).status()).isEqualTo(503);
    assertThat(caller.get(ONE).status()).isEqualTo(503);
    go.countDown();
    assertThat(first.join().status()).isEqualTo(404);
  }

  private InMemoryServer service() {
    return new InMemoryServer(
        OverloadTest.config(1, 50),
        doors.telemetry(),
        StubAccounts.answering(OverloadTest.held(begun, go)));
  }
}
