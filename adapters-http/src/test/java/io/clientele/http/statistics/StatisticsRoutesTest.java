package io.clientele.http.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatisticsRoutesTest {
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void accountsAreCountedByStatusAndByDay() {
    caller.open("Ada");
    caller.call("POST", "/v1/accounts/" + caller.open("Blaise") + "/suspension", "");
    caller.call("DELETE", "/v1/accounts/" + caller.open("Chloé"), "");
    caller.open("Dmitri");
    var statistics = caller.get("/v1/statistics").json();
    assertThat(statistics.at("/accounts/active").asLong()).isEqualTo(2);
    assertThat(statistics.at("/accounts/suspended").asLong()).isEqualTo(1);
    assertThat(statistics.at("/accounts/closed").asLong()).isEqualTo(1);
    assertThat(statistics.path("createdLast30Minutes").asLong()).isEqualTo(4);
    assertThat(statistics.path("growth").size()).isEqualTo(90);
    assertThat(statistics.at("/growth/89/day").asString()).isEqualTo("2026-11-20");
    assertThat(statistics.at("/growth/89/accounts").asLong()).isEqualTo(4);
    assertThat(statistics.at("/growth/0/day").asString()).isEqualTo("2026-08-23");
    assertThat(statistics.at("/growth/0/accounts").asLong()).isZero();
  }

  @Test
  void viewsIncludePendingOnes() {
    var path = "/v1/accounts/" + caller.open("Ada");
    caller.get(path);
    caller.get(path);
    caller.call("POST", "/v1/view-flushes", "");
    caller.get(path);
    var statistics = caller.get("/v1/statistics").json();
    assertThat(statistics.at("/views/total").asLong()).isEqualTo(3);
    assertThat(statistics.at("/views/pending").asLong()).isEqualTo(1);
    assertThat(statistics.path("views").has("degraded")).isFalse();
  }

  @Test
  void viewsAreOfAccountsUnlessProductsAreAskedFor() {
    caller.get("/v1/accounts/" + caller.open("Ada"));
    caller.call("POST", "/v1/view-flushes", "");
    ViewedProducts.viewed(service.port(), "TEA", 3);
    var ofAccounts = caller.get("/v1/statistics").json();
    assertThat(ofAccounts.at("/views/total").asLong()).isEqualTo(1);
    var ofProducts = caller.get("/v1/statistics?kind=product").json();
    assertThat(ofProducts.at("/views/total").asLong()).isEqualTo(3);
    assertThat(caller.get("/v1/statistics?kind=order").status()).isEqualTo(400);
  }
}
