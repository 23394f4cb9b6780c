package io.clientele.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Clients that take a connection each, say half a sentence, and wait. */
class ManySocketsTest {
  private static final int SOCKETS = 2_000;
  private static final int READS = 1_000;

  /** Twice as slow is allowed; below this, other work of the machine counts for more. */
  private static final long FLOOR_NANOS = 50_000_000;

  @Test
  void twoThousandHalfRequestsDoNotHinderOthers() throws Exception {
    try (var service = new InMemoryService()) {
      try (var wire = new Wire(service.port())) {
        p99(wire); // of a JVM that is cold
        var before = p99(wire);
        var held = new ArrayList<Wire>();
        try {
          for (var i = 0; i < SOCKETS; i++) {
            var half = new Wire(service.port());
            held.add(half);
            half.send("GET /v1/accounts HTTP/1.1\r\nHost: a\r\nX-Half: ");
          }
          assertThat(p99(wire)).isLessThan(Math.max(2 * before, FLOOR_NANOS));
        } finally {
          for (var half : held) {
            half.close();
          }
        }
      }
    }
  }

  private static long p99(Wire wire) throws IOException {
    var took = new long[READS];
    for (var i = 0; i < READS; i++) {
      var began = System.nanoTime();
      wire.send(Wire.request("GET", "/v1/accounts", ""));
      assertThat(wire.read().status()).isEqualTo(200);
      took[i] = System.nanoTime() - began;
    }
    Arrays.sort(took);
    return took[READS * 99 / 100];
  }
}
