package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.IdentityRateLimits;
import io.clientele.domain.kernel.Quota;
import io.clientele.http.limits.IngressRateLimits;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.RequestMetricsReader;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import io.clientele.inmemory.kernel.InMemoryRateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many who know their password, all at once. */
class ManySignInsTest {
  private static final int CROWD = 300;
  private static final Quota ENOUGH = new Quota(1_000_000, Duration.ofSeconds(1));
  private static final String WHO =
      "{\"email\":\"%s\",\"password\":\"%s\"}"
          .formatted(InMemoryIdentity.ADMIN_EMAIL, InMemoryIdentity.ADMIN_PASSWORD);

  @Test
  void excessSignInsAreRefusedBeforeAnyLookUpAndTheOthersSucceed() throws Exception {
    var permits =
        new InMemoryRateLimiter(
            Map.of(
                IdentityRateLimits.SIGN_IN_NAME, ENOUGH,
                IdentityRateLimits.SIGN_IN_STRANGERS, ENOUGH,
                IdentityRateLimits.SIGN_IN_ADDRESS, ENOUGH,
                IngressRateLimits.ADDRESS, ENOUGH,
                IngressRateLimits.CALLER, ENOUGH),
            System::nanoTime);
    var config = HttpConfig.of("127.0.0.1", 0);
    try (var doors = new RequestMetricsReader();
        var service = new InMemoryServer(config, permits, doors.telemetry())) {
      var answers = crowd(new TestClient(service.port()));
      var letIn = answers.stream().filter(answer -> answer.status() == 201).count();
      var shed = answers.stream().filter(answer -> answer.status() == 503).toList();
      assertThat(letIn).isPositive();
      assertThat(letIn + shed.size()).isEqualTo(CROWD);
      assertThat(shed).allSatisfy(one -> assertThat(one.header("Retry-After")).isNotEmpty());
      // What no limit has judged: of the others, some may have waited in vain to be hashed.
      var unasked = shed.stream().filter(one -> one.header("RateLimit") == null).count();
      assertThat(unasked).isGreaterThan(CROWD / 2);
      // Some were admitted, and got no permit once their body had arrived.
      assertThat(doors.shed().get("sign-in")).isBetween(unasked, (long) shed.size());
      assertThat(doors.shed()).containsEntry("work", 0L);
    }
  }

  private static ArrayList<RawSocketClient.Answer> crowd(TestClient caller) throws Exception {
    var start = new CyclicBarrier(CROWD);
    var tries = new ArrayList<Future<RawSocketClient.Answer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < CROWD; i++) {
        tries.add(threads.submit(oneOf(caller, start)));
      }
    }
    var answers = new ArrayList<RawSocketClient.Answer>();
    for (var each : tries) {
      answers.add(each.get());
    }
    return answers;
  }

  private static Callable<RawSocketClient.Answer> oneOf(TestClient caller, CyclicBarrier start) {
    return () -> {
      start.await();
      return caller.call("POST", "/v1/sessions", WHO);
    };
  }
}
