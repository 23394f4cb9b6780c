package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HttpConfigTest {
  /** Those of AWS, and of nginx towards its upstreams, unless told otherwise. */
  private static final int BALANCER_IDLE_MILLIS = 60_000;

  @Test
  void idleConnectionsOutliveThoseOfTheLoadBalancer() {
    assertThat(HttpConfig.of("127.0.0.1", 0).idleMillis()).isGreaterThan(BALANCER_IDLE_MILLIS);
  }
}
