package io.clientele.http.order.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.http.testing.CustomerClient;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient.Answer;
import io.clientele.http.testing.TestClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnOrderRoutesTest {
  private static final String ALL = "/store/v1/me/orders";
  private static final String ABSENT = "01890a5d-ac96-774b-bcce-b302099a8057";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient operations = new TestClient(service.port());
  private final AccountId account = operations.open("Ada Lovelace");
  private final CustomerClient customer = new CustomerClient(service, account);
  private final String gift = product("GIFT", "0", "active");

  @AfterEach
  void stop() {
    service.close();
  }

  private String product(String sku, String price, String status) {
    operations.call("POST", "/v1/assets", "{\"code\":\"USD\",\"scale\":2,\"kind\":\"money\"}");
    var created =
        operations.call(
            "POST",
            "/v1/products",
            "{\"sku\":\"%s\",\"title\":\"Tea\",\"kind\":\"goods\",\"status\":\"%s\"}"
                .formatted(sku, status));
    var path = created.header("Location");
    var amount = "{\"currency\":\"USD\",\"amount\":\"%s\"}".formatted(price);
    operations.call("POST", path + "/prices", amount);
    operations.call(
        "POST",
        path + "/receipts",
        "{\"quantity\":\"10\",\"reason\":\"delivery\"}",
        "Idempotency-Key: " + sku);
    return created.json().path("id").asString();
  }

  private Answer place(String order, String product, String quantity) {
    return customer.call("PUT", order, CustomerClient.order(product, "USD", quantity));
  }

  private String placed() {
    var order = CustomerClient.newOrder();
    assertThat(place(order, gift, "1").status()).isEqualTo(201);
    return order;
  }

  private static String type(Answer answer) {
    return answer.status() + " " + answer.json().path("type").asString();
  }

  private static List<String> texts(Answer answer, String member, String field) {
    return answer
        .json()
        .path(member)
        .valueStream()
        .map(node -> field.isEmpty() ? node.asString() : node.path(field).asString())
        .toList();
  }

  @Test
  void anOrderIsPlacedOnceAndShownWithoutWhatOperationsKnow() {
    var order = CustomerClient.newOrder();
    var first = place(order, gift, "2");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Location")).isEqualTo(order);
    assertThat(first.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "number",
            "status",
            "payment",
            "fulfilment",
            "currency",
            "total",
            "refunded",
            "placedAt",
            "expiresAt",
            "lines",
            "shipments",
            "address");
    var again = place(order, gift, "2");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(customer.get(order).body()).isEqualTo(first.body());
  }

  @Test
  void aTagIsOpaqueAndGuardsACommand() {
    var order = placed();
    var tag = customer.get(order).header("ETag");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    var path = order + "/confirmation";
    assertThat(type(customer.call("POST", path, "", "If-Match: \"1\"")))
        .isEqualTo("412 /problems/version-mismatch");
    var confirmed = customer.call("POST", path, "", "If-Match: " + tag);
    assertThat(confirmed.json().path("payment").asString()).isEqualTo("captured");
    assertThat(confirmed.header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void refusalsAreJudgedInTheirOrderAndTheIdMayBePlacedAgain() {
    var draft = product("DRAFT", "0", "draft");
    var order = CustomerClient.newOrder();
    operations.call("POST", "/v1/accounts/" + account + "/suspension", "");
    assertThat(type(place(order, draft, "99"))).isEqualTo("409 /problems/account-suspended");
    operations.call("DELETE", "/v1/accounts/" + account + "/suspension", "");
    var notSold = place(order, draft, "99");
    assertThat(type(notSold)).isEqualTo("409 /problems/not-orderable");
    assertThat(texts(notSold, "pointers", "")).containsExactly("#/lines/0");
    var seen =
        CustomerClient.order(gift, "USD", "99")
            .replace("\"quantity\"", "\"unitPrice\":\"1\",\"quantity\"");
    var changed = customer.call("PUT", order, seen);
    assertThat(type(changed)).isEqualTo("409 /problems/price-changed");
    assertThat(texts(changed, "lines", "productId")).containsExactly(gift);
    assertThat(texts(changed, "lines", "unitPrice")).containsExactly("0.00");
    var missing = place(order, gift, "99");
    assertThat(type(missing)).isEqualTo("409 /problems/out-of-stock");
    assertThat(texts(missing, "pointers", "")).containsExactly("#/lines/0");
    assertThat(missing.json().path("detail").asString()).doesNotContainPattern("[0-9]");
    assertThat(missing.json().propertyNames())
        .containsExactlyInAnyOrder(
            "type", "title", "status", "detail", "instance", "traceId", "pointers");
    var poor = place(order, product("TEA", "5", "active"), "1");
    assertThat(type(poor)).isEqualTo("422 /problems/insufficient-balance");
    assertThat(poor.json().has("pocket")).isFalse();
    assertThat(place(order, gift, "1").status()).isEqualTo(201);
    assertThat(type(place(order, gift, "2"))).isEqualTo("409 /problems/order-differs");
  }

  @Test
  void anOrderOfAnotherAccountIsAbsentAndItsIdIsTaken() {
    var order = placed();
    var other = new CustomerClient(service, operations.open("Grace Hopper"));
    for (var path : List.of(order, ALL + "/" + ABSENT)) {
      assertThat(type(other.get(path))).isEqualTo("404 /problems/no-such-thing");
      assertThat(other.get(path + "/events").status()).isEqualTo(404);
      for (var command : List.of("/confirmation", "/cancellation")) {
        assertThat(other.call("POST", path + command, "").status()).isEqualTo(404);
      }
    }
    var body = CustomerClient.order(gift, "USD", "1");
    var differs = other.call("PUT", order, body);
    assertThat(type(differs)).isEqualTo("409 /problems/order-differs");
    assertThat(differs.body()).doesNotContain(gift);
    assertThat(other.get(ALL).json().path("data").size()).isZero();
  }

  @Test
  void theCustomerCancelsAWholeOrderAndItsCauseIsTold() {
    var order = placed();
    var cancelled = customer.call("POST", order + "/cancellation", "{\"lines\":[]}");
    assertThat(cancelled.json().path("cause").asString()).isEqualTo("customer");
    assertThat(cancelled.json().path("payment").asString()).isEqualTo("released");
    assertThat(type(customer.call("POST", order + "/confirmation", "")))
        .isEqualTo("409 /problems/order-cancelled");
    var other = placed();
    var reason = "{\"reason\":\"Sold twice\"}";
    operations.call("POST", other.replace("/store/v1/me", "/v1") + "/cancellation", reason);
    assertThat(customer.get(other).body()).doesNotContain("reason").contains("operations");
  }

  @Test
  void theListShowsSummariesOfTheNewestFirst() {
    var placed = new ArrayList<String>();
    for (var i = 0; i < 3; i++) {
      placed.addFirst(placed());
    }
    var seen = new ArrayList<String>();
    for (var path = ALL + "?limit=2"; !path.isEmpty(); ) {
      var page = customer.get(path);
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      page.json().path("data").forEach(one -> seen.add(ALL + "/" + one.path("id").asString()));
      var link = page.header("Link");
      path = link == null ? "" : link.substring(1, link.indexOf('>'));
    }
    assertThat(seen).containsExactlyElementsOf(placed);
    var first = customer.get(ALL).json().path("data").get(0);
    assertThat(first.path("lineCount").asInt()).isEqualTo(1);
    assertThat(first.path("title").asString()).isEqualTo("Tea");
    assertThat(customer.get(ALL + "?cursor=x").status()).isEqualTo(400);
  }

  @Test
  void everyFaultOfABodyIsTold() {
    var body =
        """
        {"lines":[{"productId":"x","quantity":"0"},{"quantity":"1.","unitPrice":"-1"}],"pay":1,"note":""}
        """;
    var refused = customer.call("PUT", CustomerClient.newOrder(), body);
    assertThat(texts(refused, "errors", "pointer"))
        .containsExactlyInAnyOrder(
            "#/currency",
            "#/pay",
            "#/note",
            "#/lines/0/productId",
            "#/lines/0/quantity",
            "#/lines/1/productId",
            "#/lines/1/quantity",
            "#/lines/1/unitPrice");
    var line =
        "{\"productId\":\"%s\",\"quantity\":\"0.5\",\"unitPrice\":\"0.001\"}".formatted(gift);
    var order = "{\"currency\":\"USD\",\"lines\":[%s]}";
    var parts = customer.call("PUT", CustomerClient.newOrder(), order.formatted(line));
    assertThat(texts(parts, "errors", "pointer")).containsExactly("#/lines/0/quantity");
    var price = order.formatted(line.replace("0.5", "1"));
    assertThat(texts(customer.call("PUT", CustomerClient.newOrder(), price), "errors", "pointer"))
        .containsExactly("#/lines/0/unitPrice");
    var twice = order.formatted(line + "," + line);
    assertThat(texts(customer.call("PUT", CustomerClient.newOrder(), twice), "errors", "pointer"))
        .containsExactly("#/lines/1/productId");
  }
}
