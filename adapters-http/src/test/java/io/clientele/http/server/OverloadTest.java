package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Accounts;
import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.testing.CapturedLogs;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.StubAccounts;
import io.clientele.http.testing.TestClient;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** More requests than are taken, requests that fail, and a server that stops. */
public class OverloadTest {
  private static final String ONE = "/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final int WAIT_MILLIS = 200;
  private static final int FULL_IDLE_MILLIS = 100;

  @Test
  void excessRequestsAreShedExceptHealth() throws Exception {
    var begun = new CountDownLatch(2);
    var go = new CountDownLatch(1);
    try (var service = service(held(begun, go))) {
      var caller = new TestClient(service.port());
      var first = CompletableFuture.supplyAsync(() -> caller.get(ONE), Thread::startVirtualThread);
      var second = CompletableFuture.supplyAsync(() -> caller.get(ONE), Thread::startVirtualThread);
      assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
      var shed = caller.get(ONE);
      assertThat(shed.status()).isEqualTo(503);
      assertThat(shed.header("Retry-After")).isEqualTo("1");
      assertThat(shed.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(caller.get("/health/live").status()).isEqualTo(200);
      go.countDown();
      assertThat(first.join().status()).isEqualTo(404);
      assertThat(second.join().status()).isEqualTo(404);
      assertThat(caller.get(ONE).status()).isEqualTo(404);
    }
  }

  @Test
  void aTimedOutWaitIsShedAndNotLoggedSeparately() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var logged = new CapturedLogs();
        var service = service(1, WAIT_MILLIS, held(begun, go))) {
      var caller = new TestClient(service.port());
      var first = CompletableFuture.supplyAsync(() -> caller.get(ONE), Thread::startVirtualThread);
      assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
      for (var i = 0; i < 3; i++) {
        var shed = caller.get(ONE);
        assertThat(shed.status()).isEqualTo(503);
        assertThat(shed.header("Retry-After")).isEqualTo("1");
      }
      assertThat(caller.get("/health/live").status()).isEqualTo(200);
      assertThat(caller.get("/openapi.yaml").status()).isEqualTo(200);
      go.countDown();
      assertThat(first.join().status()).isEqualTo(404);
      assertThat(caller.get(ONE).status()).isEqualTo(404);
      assertThat(logged.lines().stream().filter(line -> line.contains("because of overload")))
          .hasSize(1);
      assertThat(logged.lines()).noneMatch(line -> line.contains("status=\"503\""));
    }
  }

  @Test
  void aFullServerClosesOnlyIdleConnections() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var service =
            new InMemoryServer(config(2, 2, WAIT_MILLIS), StubAccounts.answering(held(begun, go)));
        var idle = new RawSocketClient(service.port());
        var busy = new RawSocketClient(service.port())) {
      idle.send(RawSocketClient.request("GET", "/health/live", ""));
      assertThat(idle.read().status()).isEqualTo(200);
      busy.send(RawSocketClient.request("GET", ONE, ""));
      assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
      for (var i = 0; i < 3; i++) {
        try (var next = new RawSocketClient(service.port())) {
          next.send(RawSocketClient.request("GET", "/health/live", ""));
          assertThat(next.read().status()).isEqualTo(200);
          assertThat(next.isClosed()).isTrue();
        }
      }
      assertThat(idle.isClosed()).isTrue();
      go.countDown();
      assertThat(busy.read().status()).isEqualTo(404);
    }
  }

  @Test
  void slowSendersDoNotBlockOthers() throws Exception {
    try (var service = service(1, 5_000, () -> Accounts.Found.ABSENT);
        var slow = new RawSocketClient(service.port())) {
      var whole = RawSocketClient.request("POST", "/v1/accounts", "{\"name\": 7}");
      slow.send(whole.substring(0, whole.length() - 3));
      for (var i = 0; i < 20; i++) {
        assertThat(new TestClient(service.port()).get(ONE).status()).isEqualTo(404);
      }
      slow.send(whole.substring(whole.length() - 3));
      assertThat(slow.read().status()).isEqualTo(400);
    }
  }

  @Test
  void aRetiringServerServesAndClosesConnections() {
    try (var service = service(() -> Accounts.Found.ABSENT)) {
      var caller = new TestClient(service.port());
      assertThat(caller.get(ONE).header("Connection")).isNull();
      service.retire();
      assertThat(caller.get(ONE).status()).isEqualTo(404);
      assertThat(caller.get(ONE).header("Connection")).isEqualTo("close");
      assertThat(caller.get("/health/live").header("Connection")).isEqualTo("close");
    }
  }

  @Test
  void aBugIs500WithoutDetailsAndIsLogged() {
    Supplier<Accounts.Found> broken =
        () -> {
          throw new IllegalStateException("secret of the store");
        };
    try (var logged = new CapturedLogs();
        var service = service(broken)) {
      var answer = new TestClient(service.port()).get(ONE, "X-Request-Id: the-one");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.body()).doesNotContain("secret", "IllegalState", "store");
      assertThat(logged.lines())
          .anySatisfy(line -> assertThat(line).contains("secret of the store"));
      assertThat(logged.lines())
          .anySatisfy(line -> assertThat(line).contains("requestId=\"the-one\""));
    }
  }

  @Test
  void anErrorIs500() {
    Supplier<Accounts.Found> endless =
        () -> {
          throw new StackOverflowError("secret of the store");
        };
    try (var service = service(endless)) {
      var answer = new TestClient(service.port()).get(ONE);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.body()).doesNotContain("secret");
    }
  }

  @Test
  void aStoppingServerCompletesItsRequests() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var service = service(held(begun, go));
    var port = service.port();
    var caller = new TestClient(port);
    var inWork = CompletableFuture.supplyAsync(() -> caller.get(ONE), Thread::startVirtualThread);
    assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
    var stopping = CompletableFuture.runAsync(service::close, Thread::startVirtualThread);
    while (isListening(port)) {
      Thread.onSpinWait();
    }
    go.countDown();
    assertThat(inWork.join().status()).isEqualTo(404);
    stopping.join();
  }

  private static boolean isListening(int port) {
    try (var wire = new RawSocketClient(port)) {
      return wire != null;
    } catch (IOException refused) {
      return false;
    }
  }

  private static InMemoryServer service(Supplier<Accounts.Found> found) {
    return service(2, WAIT_MILLIS, found);
  }

  private static InMemoryServer service(
      int workMax, int waitMillis, Supplier<Accounts.Found> found) {
    return new InMemoryServer(config(workMax, waitMillis), StubAccounts.answering(found));
  }

  public static HttpConfig config(int workMax, int waitMillis) {
    return config(100, workMax, waitMillis);
  }

  private static HttpConfig config(int connectionsMax, int workMax, int waitMillis) {
    return new HttpConfig(
        "127.0.0.1",
        0,
        8192,
        10_000,
        10_000,
        30_000,
        connectionsMax,
        connectionsMax,
        FULL_IDLE_MILLIS,
        workMax,
        waitMillis,
        5000,
        TrustedProxies.NONE,
        AllowedOrigins.NONE,
        StoreIngress.SHARED);
  }

  /** Tells that it has begun, and ends when it may. */
  public static Supplier<Accounts.Found> held(CountDownLatch begun, CountDownLatch go) {
    return () -> {
      begun.countDown();
      return awaited(go);
    };
  }

  private static Accounts.Found awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
      return Accounts.Found.ABSENT;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
