package io.clientele.http.product.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueRoutesTest {
  private static final String ALL = "/store/v1/products";
  private static final String ABSENT = ALL + "/01890a5d-ac96-774b-bcce-b302099a8057";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient operations = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  private String created(String sku, String title, String status) {
    var body =
        "{\"sku\":\"%s\",\"title\":\"%s\",\"kind\":\"goods\",\"status\":\"%s\"}"
            .formatted(sku, title, status);
    var answer = operations.call("POST", "/v1/products", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.header("Location");
  }

  private void receive(String product, int quantity) {
    var body = "{\"quantity\":\"%d\",\"reason\":\"test\"}".formatted(quantity);
    var key = "Idempotency-Key: " + product + quantity;
    assertThat(operations.call("POST", product + "/receipts", body, key).status()).isEqualTo(201);
  }

  private long views(String product) {
    return operations.get(product + "/views").json().path("total").asLong();
  }

  private RawSocketClient.Answer get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** Sends a request without credentials. */
  private RawSocketClient.Answer send(String method, String path, String... headers) {
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(RawSocketClient.anonymous(method, path, "", headers));
      return wire.read(method.equals("HEAD"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void aVisitorSeesTheRecordOfTheStoreOnly() {
    var product = created("TEA-1", "Tea", "active");
    var usd = "{\"code\":\"USD\",\"scale\":2,\"kind\":\"money\"}";
    assertThat(operations.call("POST", "/v1/assets", usd).status()).isEqualTo(201);
    var price = "{\"currency\":\"USD\",\"amount\":\"2.5\"}";
    operations.call("POST", product + "/prices", price);
    var later = price.replace("}", ",\"from\":\"2099-01-01T00:00:00Z\"}");
    operations.call("POST", product + "/prices", later);
    var shown = get("/store" + product);
    assertThat(shown.status()).as(shown.body()).isEqualTo(200);
    assertThat(shown.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id", "sku", "title", "text", "attributes", "kind", "prices", "availability");
    assertThat(shown.json().path("prices").toString())
        .isEqualTo("[{\"currency\":\"USD\",\"amount\":\"2.50\"}]");
  }

  @Test
  void availabilityTellsNoFigures() {
    var product = created("TEA-1", "Tea", "active");
    assertThat(availability(product)).isEqualTo("none");
    receive(product, 5);
    assertThat(availability(product)).isEqualTo("few");
    receive(product, 1);
    assertThat(availability(product)).isEqualTo("in-stock");
    operations.call("PATCH", product, "{\"status\":\"retired\"}");
    assertThat(availability(product)).isEqualTo("none");
  }

  private String availability(String product) {
    return get("/store" + product).json().path("availability").asString();
  }

  @Test
  void draftsAreAbsentAndRetiredOnesLeaveTheList() {
    var draft = created("DRAFT", "Draft", "draft");
    var retired = created("OLD", "Old", "retired");
    created("TEA-1", "Tea", "active");
    assertThat(get("/store" + draft).status()).isEqualTo(404);
    assertThat(get("/store" + retired).status()).isEqualTo(200);
    assertThat(get(ABSENT).status()).isEqualTo(404);
    var titles = new ArrayList<String>();
    get(ALL).json().path("data").forEach(one -> titles.add(one.path("title").asString()));
    assertThat(titles).containsExactly("Tea");
  }

  @Test
  void aGetOfOneProductCountsAViewAndNothingElseDoes() {
    var product = created("TEA-1", "Tea", "active");
    var path = "/store" + product;
    var first = get(path);
    assertThat(views(product)).isEqualTo(1);
    var tag = "If-None-Match: " + first.header("ETag");
    assertThat(get(path, tag).status()).isEqualTo(304);
    assertThat(send("HEAD", path).status()).isEqualTo(200);
    var quiet = get(path, "Prefer: count-view=no");
    assertThat(quiet.status()).isEqualTo(200);
    assertThat(quiet.header("Preference-Applied")).isEqualTo("count-view=no");
    get(ALL);
    operations.get(product);
    get(ABSENT);
    assertThat(views(product)).isEqualTo(1);
    get(path);
    assertThat(views(product)).isEqualTo(2);
  }

  @Test
  void onlyGoodResponsesMayBeCached() {
    var path = "/store" + created("TEA-1", "Tea", "active");
    var one = get(path);
    assertThat(one.header("Cache-Control")).isEqualTo("private, max-age=30");
    var tag = "If-None-Match: W/" + one.header("ETag");
    assertThat(get(path, tag).header("Cache-Control")).isEqualTo("private, max-age=30");
    assertThat(get(ALL).header("Cache-Control")).isEqualTo("public, max-age=30");
    for (var error : List.of(ABSENT, ALL + "?x=1", ALL + "/1", "/store/v1/nothing")) {
      assertThat(get(error).header("Cache-Control")).as(error).isEqualTo("no-store");
    }
  }

  @Test
  void theCatalogueGoesFromPageToPage() {
    for (var i = 0; i < 5; i++) {
      created("TEA-" + i, "Tea " + i, "active");
    }
    created("COFFEE", "Coffee", "active");
    var titles = new ArrayList<String>();
    var path = ALL + "?limit=2&q=tea&sort=title";
    while (!path.isEmpty()) {
      var page = get(path);
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      page.json().path("data").forEach(one -> titles.add(one.path("title").asString()));
      var link = page.header("Link");
      path = link == null ? "" : link.substring(1, link.indexOf('>'));
    }
    assertThat(titles).containsExactly("Tea 0", "Tea 1", "Tea 2", "Tea 3", "Tea 4");
    var cursor = get(ALL + "?limit=1").json().path("nextCursor").asString();
    assertThat(get(ALL + "?limit=1&cursor=" + cursor).status()).isEqualTo(200);
    assertThat(get(ALL + "?sort=title&cursor=" + cursor).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?q=te", "?q=", "?sort=views", "?cursor=x", "?status=draft", "?limit=0"})
  void aListThatBreaksARuleIs400(String query) {
    assertThat(get(ALL + query).status()).isEqualTo(400);
  }
}
