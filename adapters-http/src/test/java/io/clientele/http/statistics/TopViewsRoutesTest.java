package io.clientele.http.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopViewsRoutesTest {
  private static final String TOP = "/v1/views/top";
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void theMostViewedAreListedFirstPageByPage() {
    viewed("Ada", 2);
    viewed("Blaise", 5);
    viewed("Chloé", 1);
    caller.open("Never viewed");
    var hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS);
    for (var times : List.of("", "&from=" + hour)) {
      var first = caller.get(TOP + "?limit=2" + times);
      assertThat(first.json().path("data").findValuesAsString("name"))
          .containsExactly("Blaise", "Ada");
      assertThat(first.json().at("/data/0/views").asLong()).isEqualTo(5);
      var link = first.header("Link");
      var second = caller.get(link.substring(1, link.indexOf('>'))).json();
      assertThat(second.path("data").findValuesAsString("name")).containsExactly("Chloé");
      assertThat(second.has("nextCursor")).isFalse();
    }
  }

  @Test
  void oldRankingsAreOfWholeDaysAndCursorsAreBoundToTheirTimes() {
    viewed("Ada", 2);
    viewed("Blaise", 5);
    var day = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(100, ChronoUnit.DAYS);
    assertThat(caller.get(TOP + "?from=" + day).status()).isEqualTo(200);
    assertThat(caller.get(TOP + "?from=" + day.plusSeconds(3600)).status()).isEqualTo(400);
    assertThat(caller.get(TOP + "?to=" + day).status()).isEqualTo(400);
    var cursor = caller.get(TOP + "?limit=1&from=" + day).json().path("nextCursor").asString();
    assertThat(caller.get(TOP + "?from=" + day + "&cursor=" + cursor).status()).isEqualTo(200);
    var other = day.minus(1, ChronoUnit.DAYS);
    assertThat(caller.get(TOP + "?from=" + other + "&cursor=" + cursor).status()).isEqualTo(400);
    assertThat(caller.get(TOP + "?cursor=AAAA").status()).isEqualTo(400);
  }

  @Test
  void accountsAndProductsAreListedApart() {
    viewed("Ada", 2);
    ViewedProducts.viewed(service.port(), "TEA", 3);
    ViewedProducts.viewed(service.port(), "RUM", 1);
    assertThat(caller.get(TOP).json().path("data").findValuesAsString("name"))
        .containsExactly("Ada");
    var products = TOP + "?kind=product";
    var first = caller.get(products + "&limit=1");
    assertThat(first.json().path("data").findValuesAsString("name")).containsExactly("TEA");
    assertThat(first.json().at("/data/0/views").asLong()).isEqualTo(3);
    assertThat(first.json().at("/data/0").has("accountId")).isFalse();
    var link = first.header("Link");
    var second = caller.get(link.substring(1, link.indexOf('>'))).json();
    assertThat(second.path("data").findValuesAsString("name")).containsExactly("RUM");
    assertThat(second.at("/data/0").has("productId")).isTrue();
  }

  @Test
  void aCursorIsBoundToItsKind() {
    ViewedProducts.viewed(service.port(), "TEA", 3);
    ViewedProducts.viewed(service.port(), "RUM", 1);
    var products = TOP + "?kind=product";
    var cursor = caller.get(products + "&limit=1").json().path("nextCursor").asString();
    assertThat(caller.get(products + "&cursor=" + cursor).status()).isEqualTo(200);
    assertThat(caller.get(TOP + "?kind=account&cursor=" + cursor).status()).isEqualTo(400);
    assertThat(caller.get(TOP + "?kind=order").status()).isEqualTo(400);
  }

  /** The path of a new account that was viewed so often, and all of it flushed. */
  private String viewed(String name, int views) {
    var path = "/v1/accounts/" + caller.open(name);
    IntStream.range(0, views).forEach(i -> caller.get(path));
    caller.call("POST", "/v1/view-flushes", "");
    return path;
  }
}
