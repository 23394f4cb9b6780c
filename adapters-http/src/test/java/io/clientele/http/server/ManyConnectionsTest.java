package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Clients that take many connections, say half a sentence on each, and wait. */
class ManyConnectionsTest {
  private static final int SOCKETS = 3_000;
  private static final int MAX = 512;
  private static final int READS = 100;
  private static final byte[] HALF =
      "GET /v1/accounts HTTP/1.1\r\nHost: a\r\nX: ".getBytes(StandardCharsets.US_ASCII);

  @Test
  void threeThousandUnfinishedRequestsOfOneAddressDoNotBlockOthers() throws Exception {
    try (var service = new InMemoryServer()) {
      var held = new ArrayList<Socket>();
      try {
        for (var i = 0; i < SOCKETS; i++) {
          held.add(half("127.0.0.2", service));
        }
        await(() -> held.stream().filter(ManyConnectionsTest::isOpen).count() == MAX);
        try (var wire = new RawSocketClient(service.port())) {
          for (var i = 0; i < READS; i++) {
            wire.send(RawSocketClient.request("GET", "/v1/accounts", ""));
            assertThat(wire.read().status()).isEqualTo(200);
          }
        }
      } finally {
        held.forEach(ManyConnectionsTest::close);
      }
    }
  }

  @Test
  void aClosedConnectionFreesItsSlot() throws Exception {
    try (var service = new InMemoryServer(config(2))) {
      for (var i = 0; i < 20; i++) {
        await(() -> isServed(service, 2));
      }
      assertThat(isServed(service, 3)).isFalse();
    }
  }

  @Test
  void aTrustedProxyHasNoLimit() throws Exception {
    var proxies = new TrustedProxies(List.of(CidrBlock.parse("127.0.0.0/8")));
    try (var service = new InMemoryServer(config(2).behind(proxies, AllowedOrigins.NONE))) {
      var held = new ArrayList<Socket>();
      try {
        for (var i = 0; i < 50; i++) {
          held.add(half("127.0.0.2", service));
        }
        assertThat(held).allMatch(ManyConnectionsTest::isOpen);
      } finally {
        held.forEach(ManyConnectionsTest::close);
      }
    }
  }

  /** Whether this many concurrent connections are all answered. */
  private static boolean isServed(InMemoryServer service, int connections) {
    var wires = new ArrayList<RawSocketClient>();
    try {
      for (var i = 0; i < connections; i++) {
        wires.add(new RawSocketClient(service.port()));
      }
      for (var wire : wires) {
        wire.send(RawSocketClient.request("GET", "/health/live", ""));
        if (wire.read().status() != 200) {
          return false;
        }
      }
      return true;
    } catch (IOException reset) {
      return false;
    } finally {
      wires.forEach(ManyConnectionsTest::close);
    }
  }

  private static void await(BooleanSupplier condition) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(end - System.nanoTime()).isPositive();
      Thread.onSpinWait();
    }
  }

  private static HttpConfig config(int connectionsPerAddress) {
    return HttpConfig.of("127.0.0.1", 0).withConnectionsPerAddress(connectionsPerAddress);
  }

  private static Socket half(String from, InMemoryServer service) throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
    socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), service.port()));
    socket.setSoTimeout(1);
    try {
      socket.getOutputStream().write(HALF);
    } catch (IOException closed) {
      assertThat(closed).isNotNull();
    }
    return socket;
  }

  /** An open one has nothing to read for now; one that was closed ends or is reset. */
  private static boolean isOpen(Socket socket) {
    try {
      socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException open) {
      return true;
    } catch (IOException reset) {
      return false;
    }
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
