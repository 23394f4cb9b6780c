package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.RouteTable;
import io.clientele.http.testing.RawSocketClient;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An accepted connection is set up within the bulkhead, so a crowd of them takes few cores. */
class ConnectionTurnTest {
  private static final int TURNS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final String GET = RawSocketClient.request("GET", "/text", "");

  private final CpuBulkhead bulkhead = new CpuBulkhead();

  @Test
  void aConnectionIsSetUpInItsTurn() throws Exception {
    try (var server = server(1);
        var established = new RawSocketClient(server.port())) {
      answers(established);
      takeAllTurns();
      // Over the limit of its address, which closes it as soon as it is set up.
      try (var excess = new Socket("127.0.0.1", server.port())) {
        for (var i = 0; i < 20; i++) {
          answers(established);
        }
        assertThat(isOpen(excess, 1)).isTrue();
        bulkhead.end();
        assertThat(isOpen(excess, 10_000)).isFalse();
      }
    }
  }

  @Test
  void hashesTakeNoCoreFromAnEstablishedConnection() throws Exception {
    try (var server = server(10);
        var established = new RawSocketClient(server.port())) {
      answers(established);
      for (var i = 0; i < TURNS; i++) {
        bulkhead.addHash(() -> {});
      }
      answers(established);
      try (var another = new RawSocketClient(server.port())) {
        another.send(GET);
        answers(established);
        assertThat(another.hasNothingToRead()).isTrue();
        bulkhead.end();
        assertThat(another.read().status()).isEqualTo(200);
      }
    }
  }

  private void takeAllTurns() {
    for (var i = 0; i < TURNS; i++) {
      bulkhead.addConnection(() -> {});
    }
  }

  private HttpServer server(int connectionsPerAddress) {
    RouteGroup group =
        routes -> routes.open("/text").answers("text/plain").by(http -> http.result("text"));
    var server =
        new HttpServer(
            HttpConfig.of("127.0.0.1", 0).withConnectionsPerAddress(connectionsPerAddress),
            RouteTable.of(Set.of(group)),
            RequestAdmission.of((http, front) -> null),
            bulkhead,
            OpenTelemetry.noop());
    server.start();
    return server;
  }

  private static void answers(RawSocketClient client) throws IOException {
    client.send(GET);
    assertThat(client.read().status()).isEqualTo(200);
  }

  private static boolean isOpen(Socket socket, int waitMillis) {
    try {
      socket.setSoTimeout(waitMillis);
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException open) {
      return true;
    } catch (IOException reset) {
      return false;
    }
  }
}
