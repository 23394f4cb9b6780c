package io.clientele.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void itIsReadyWithoutOptionalParts() {
    var ready = caller.get("/health/ready");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.body())
        .isEqualTo(
            "{\"state\":\"up\",\"revision\":\"unknown\",\"dependencies\":{\"postgresql\":\"up\",\"redis\":\"down\"}}");
  }

  @Test
  void withoutARequiredPartItIsAliveAndNotReady() {
    service.startOutage();
    var ready = caller.get("/health/ready");
    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(ready.header("Retry-After")).isNotNull();
    assertThat(ready.json().at("/dependencies/postgresql").asString()).isEqualTo("down");
    assertThat(caller.get("/health/live").status()).isEqualTo(200);
    assertThat(caller.get("/health/started").status()).isEqualTo(200);
    service.endOutage();
    assertThat(caller.get("/health/ready").status()).isEqualTo(200);
  }

  @Test
  void duringAStopItIsAliveAndNotReady() {
    service.health().stopping();
    assertThat(caller.get("/health/ready").status()).isEqualTo(503);
    assertThat(caller.get("/health/live").status()).isEqualTo(200);
  }
}
