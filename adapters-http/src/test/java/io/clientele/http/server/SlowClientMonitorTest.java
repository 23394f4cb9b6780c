package io.clientele.http.server;

import static io.clientele.http.testing.RawSocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that hold on to a connection. Each drips until it is cut: the idle time-out never is. */
class SlowClientMonitorTest {
  private static final int HEAD_MILLIS = 400;
  private static final int BODY_MILLIS = 600;
  private static final int DRIP_MILLIS = 20;
  private static final int IDLE_MILLIS = 30_000;
  private static InMemoryServer service;

  @BeforeAll
  static void start() {
    service =
        new InMemoryServer(
            new HttpConfig(
                "127.0.0.1",
                0,
                8192,
                HEAD_MILLIS,
                BODY_MILLIS,
                IDLE_MILLIS,
                100,
                100,
                100,
                100,
                100,
                1000,
                TrustedProxies.NONE,
                AllowedOrigins.NONE,
                StoreIngress.SHARED));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aSlowHeadIs408() throws Exception {
    isCut(drip("GET /v1/accounts HTTP/1.1\r\nHost: a\r\nX-A: "));
  }

  @Test
  void aSlowRequestLineIs408() throws Exception {
    isCut(drip("GET /v1/accounts?q="));
  }

  @Test
  void aSlowBodyIsCutOff() throws Exception {
    var begun = request("POST", "/v1/accounts", "x".repeat(60_000));
    var answer = drip(begun.substring(0, begun.length() - 60_000));
    // A client that still sends when the connection closes may lose the response to a reset.
    if (answer.status() != 0) {
      isCut(answer);
    }
  }

  @Test
  void aBodyThatNeverComesIs408() throws Exception {
    var begun = request("POST", "/v1/accounts", "x".repeat(60_000));
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(begun.substring(0, begun.length() - 60_000));
      isCut(wire.read());
    }
  }

  @Test
  void aPauseBetweenRequestsIsAllowed() throws Exception {
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(request("GET", "/health/live", ""));
      assertThat(wire.read().status()).isEqualTo(200);
      pause(2 * HEAD_MILLIS);
      wire.send(request("GET", "/health/live", ""));
      assertThat(wire.read().status()).isEqualTo(200);
    }
  }

  private static RawSocketClient.Answer drip(String begun) throws Exception {
    try (var wire = new RawSocketClient(service.port())) {
      var answered = new CountDownLatch(1);
      var dripping =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      wire.send(begun);
                      while (!answered.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
                        wire.send("a");
                      }
                    } catch (IOException | InterruptedException cut) {
                      Thread.currentThread().interrupt();
                    }
                  });
      var answer = wire.read();
      answered.countDown();
      dripping.join();
      return answer;
    }
  }

  private static void isCut(RawSocketClient.Answer answer) {
    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Connection")).isEqualTo("close");
    assertThat(answer.json().path("status").asInt()).isEqualTo(408);
  }

  /** Time has to pass here: that nothing happens in it is what is tested. */
  private static void pause(int millis) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
  }
}
