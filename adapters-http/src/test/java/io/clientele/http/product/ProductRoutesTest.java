package io.clientele.http.product;

import static io.clientele.http.product.ProductCalls.ABSENT;
import static io.clientele.http.product.ProductCalls.ALL;
import static io.clientele.http.product.ProductCalls.goods;
import static io.clientele.http.product.ProductCalls.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductRoutesTest {
  private final ProductCalls calls = new ProductCalls();

  @AfterEach
  void stop() {
    calls.close();
  }

  @Test
  void aCreatedProductIsShownAsItWasAnswered() {
    var body = goods("TEA-1", " Tea ").replace("}", ",\"text\":\"Leaf.\",\"scale\":3}");
    var created = calls.caller.call("POST", ALL, body);
    assertThat(created.status()).isEqualTo(201);
    var shown = calls.caller.get(created.header("Location"));
    assertThat(shown.body()).isEqualTo(created.body());
    assertThat(shown.header("ETag")).isEqualTo(created.header("ETag")).startsWith("\"1.");
    var json = shown.json();
    assertThat(json.path("title").asString()).isEqualTo("Tea");
    assertThat(json.path("asset").asString()).isEqualTo("SKU-TEA-1");
    assertThat(json.path("status").asString()).isEqualTo("draft");
    assertThat(json.path("stock").path("available").asString()).isEqualTo("0.000");
  }

  @Test
  void aProductOfAnAssetHasItsScaleAndAServiceHasNoStock() {
    var coin = "{\"sku\":\"COIN\",\"title\":\"Coin\",\"kind\":\"asset\",\"asset\":\"BTC\"}";
    var shown = calls.caller.get(calls.created(coin)).json();
    assertThat(shown.path("scale").asInt()).isEqualTo(8);
    var work = calls.created("{\"sku\":\"W\",\"title\":\"Work\",\"kind\":\"service\"}");
    assertThat(calls.caller.get(work).json().has("stock")).isFalse();
    assertThat(type(calls.move(work + "/receipts", "1", "a"))).isEqualTo("not-stocked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sku\":\"a\",\"title\":\"T\",\"kind\":\"goods\"}",
        "{\"sku\":\"A\",\"title\":\" \",\"kind\":\"goods\"}",
        "{\"sku\":\"A\",\"title\":\"T\",\"kind\":\"money\"}",
        "{\"sku\":\"A\",\"title\":\"T\"}",
        "{\"sku\":\"A\",\"title\":\"T\",\"kind\":\"asset\"}",
        "{\"sku\":\"A\",\"title\":\"T\",\"kind\":\"asset\",\"asset\":\"USD\"}",
        "{\"sku\":\"A\",\"title\":\"T\",\"kind\":\"asset\",\"asset\":\"BTC\",\"scale\":8}",
        "{\"sku\":\"A\",\"title\":\"T\",\"kind\":\"goods\",\"asset\":\"BTC\"}",
        "{\"sku\":\"A\",\"title\":\"T\",\"kind\":\"goods\",\"scale\":19}",
        "{\"sku\":\"A\",\"title\":\"T\",\"kind\":\"goods\",\"status\":\"sold\"}",
        "{\"sku\":\"A\",\"title\":\"T\",\"kind\":\"goods\",\"attributes\":{\"a\":1}}"
      })
  void aProductThatBreaksARuleIs400(String body) {
    assertThat(calls.caller.call("POST", ALL, body).status()).isEqualTo(400);
  }

  @Test
  void faultsOfAttributesPointAtThem() {
    var body = goods("A", "T").replace("}", ",\"attributes\":{\"\":\"x\"}}");
    var errors = calls.caller.call("POST", ALL, body).json().path("errors");
    assertThat(errors.path(0).path("pointer").asString()).isEqualTo("#/attributes/");
  }

  @Test
  void aRepeatedCreationAnswersAsTheFirstAndAnotherOneOfTheSkuIs409() {
    var body = goods("TEA-1", "Tea");
    var first = calls.caller.call("POST", ALL, body, "Idempotency-Key: k");
    var second = calls.caller.call("POST", ALL, body, "Idempotency-Key: k");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    var other = calls.caller.call("POST", ALL, goods("X", "X"), "Idempotency-Key: k");
    assertThat(type(other)).isEqualTo("idempotency-mismatch");
    assertThat(type(calls.caller.call("POST", ALL, body))).isEqualTo("sku-taken");
  }

  @Test
  void aPatchChangesWhatItNamesUnderItsVersion() {
    var product =
        calls.created(goods("TEA-1", "Tea").replace("}", ",\"attributes\":{\"a\":\"1\"}}"));
    var patch = "{\"status\":\"active\",\"attributes\":{\"a\":null,\"b\":\"2\"}}";
    var stale = calls.caller.call("PATCH", product, patch, "If-Match: \"2.7\"");
    assertThat(stale.status()).isEqualTo(412);
    var patched = calls.caller.call("PATCH", product, patch, "If-Match: \"1.7\"");
    assertThat(patched.status()).as(patched.body()).isEqualTo(200);
    assertThat(patched.header("ETag")).startsWith("\"2.");
    assertThat(patched.json().path("title").asString()).isEqualTo("Tea");
    assertThat(patched.json().path("attributes").toString()).isEqualTo("{\"b\":\"2\"}");
    var same = calls.caller.call("PATCH", product, patch, "If-Match: \"1.7\"");
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.header("ETag")).isEqualTo(patched.header("ETag"));
    for (var broken : List.of("{\"title\":null}", "{\"status\":null}", "{\"sku\":\"B\"}", "[]")) {
      assertThat(calls.caller.call("PATCH", product, broken).status()).isEqualTo(400);
    }
    assertThat(calls.caller.call("PATCH", ABSENT, "{}").status()).isEqualTo(404);
  }

  @Test
  void pricesFollowEachOther() {
    var product = calls.created("TEA-1", "Tea");
    var path = product + "/prices";
    var now = calls.caller.call("POST", path, "{\"currency\":\"USD\",\"amount\":\"2.5\"}");
    assertThat(now.status()).as(now.body()).isEqualTo(201);
    assertThat(now.json().path("amount").asString()).isEqualTo("2.50");
    var planned =
        "{\"currency\":\"USD\",\"amount\":\"3\",\"from\":\"2099-01-01T00:00:00.000000Z\"}";
    assertThat(calls.caller.call("POST", path, planned).status()).isEqualTo(201);
    assertThat(type(calls.caller.call("POST", path, planned))).isEqualTo("price-overlaps");
    var prices = calls.caller.get(product).json().path("prices");
    assertThat(prices).hasSize(2);
    assertThat(prices.path(0).path("to").asString()).isEqualTo("2099-01-01T00:00:00.000000Z");
    assertThat(prices.path(1).has("to")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"currency\":\"USD\",\"amount\":\"-1\"}",
        "{\"currency\":\"USD\",\"amount\":\"1.001\"}",
        "{\"currency\":\"BTC\",\"amount\":\"1\"}",
        "{\"currency\":\"XYZ\",\"amount\":\"1\"}",
        "{\"currency\":\"USD\",\"amount\":\"1\",\"from\":\"2020-01-01T00:00:00Z\"}",
        "{\"currency\":\"USD\",\"amount\":\"1\",\"to\":\"2020-01-01T00:00:00Z\"}",
        "{\"currency\":\"USD\",\"amount\":\"1\",\"from\":\"soon\"}"
      })
  void aPriceThatBreaksARuleIs400(String body) {
    var path = calls.created("TEA-1", "Tea") + "/prices";
    assertThat(calls.caller.call("POST", path, body).status()).isEqualTo(400);
  }

  @Test
  void aListGoesFromPageToPage() {
    for (var i = 0; i < 5; i++) {
      calls.created("TEA-" + i, "Tea " + i);
    }
    calls.created("COFFEE", "Coffee");
    var titles = new ArrayList<String>();
    var path = ALL + "?limit=2&q=tea&sort=-title&include=total";
    while (!path.isEmpty()) {
      var page = calls.caller.get(path);
      assertThat(page.json().path("total").asInt()).isEqualTo(5);
      page.json().path("data").forEach(one -> titles.add(one.path("title").asString()));
      var link = page.header("Link");
      path = link == null ? "" : link.substring(1, link.indexOf('>'));
    }
    assertThat(titles).containsExactly("Tea 4", "Tea 3", "Tea 2", "Tea 1", "Tea 0");
    var cursor = calls.caller.get(ALL + "?limit=1").json().path("nextCursor").asString();
    assertThat(calls.caller.get(ALL + "?sort=title&cursor=" + cursor).status()).isEqualTo(400);
    assertThat(calls.caller.get(ALL + "?cursor=abc").status()).isEqualTo(400);
    assertThat(calls.caller.get(ALL + "?status=sold").status()).isEqualTo(400);
  }

  @Test
  void operationsCountNoView() {
    var product = calls.created("TEA-1", "Tea");
    calls.caller.get(product);
    var views = calls.caller.get(product + "/views").json();
    assertThat(views.path("total").asInt()).isZero();
    assertThat(product).endsWith(views.path("productId").asString());
    assertThat(calls.caller.get(ABSENT + "/views").status()).isEqualTo(404);
  }
}
