package io.clientele.http.order;

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

class OrderRoutesTest {
  private static final String ONE_OF_LINE_1 = "{\"line\":1,\"quantity\":\"1\"}";
  private static final String ABSENT = "/v1/orders/01890a5d-ac96-774b-bcce-b302099a8057";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());
  private final AccountId account = caller.open("Ada Lovelace");
  private final CustomerClient customer = new CustomerClient(service, account);
  private final String product = product();

  @AfterEach
  void stop() {
    service.close();
  }

  private String product() {
    caller.call("POST", "/v1/assets", "{\"code\":\"USD\",\"scale\":2,\"kind\":\"money\"}");
    var created =
        caller.call(
            "POST",
            "/v1/products",
            "{\"sku\":\"TEA-1\",\"title\":\"Tea\",\"kind\":\"goods\",\"status\":\"active\"}");
    var path = created.header("Location");
    caller.call("POST", path + "/prices", "{\"currency\":\"USD\",\"amount\":\"0\"}");
    caller.call(
        "POST",
        path + "/receipts",
        "{\"quantity\":\"100\",\"reason\":\"delivery\"}",
        "Idempotency-Key: receipt");
    return created.json().path("id").asString();
  }

  private String place() {
    var order = CustomerClient.newOrder();
    var body = CustomerClient.order(product, "USD", "2");
    assertThat(customer.call("PUT", order, body).status()).isEqualTo(201);
    return order.replace("/store/v1/me", "/v1");
  }

  private Answer post(String path, String body, String... headers) {
    return caller.call("POST", path, body, headers);
  }

  private static String type(Answer answer) {
    return answer.json().path("type").asString().replace("/problems/", "");
  }

  @Test
  void anOrderShowsWhatItHoldsAndItsVersion() {
    var answer = caller.get(place());
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    var json = answer.json();
    assertThat(json.path("accountId").asString()).isEqualTo(account.toString());
    assertThat(json.path("payment").asString()).isEqualTo("held");
    assertThat(json.path("total").asString()).isEqualTo("0.00");
    assertThat(json.path("address").asString()).isEqualTo("Main Street 1");
    assertThat(json.has("cause")).isFalse();
    assertThat(json.path("lines").get(0).path("quantity").asString()).isEqualTo("2");
    assertThat(stock("reserved")).isEqualTo("2");
  }

  private String stock(String figure) {
    return caller.get("/v1/products/" + product).json().path("stock").path(figure).asString();
  }

  @Test
  void theFirstConflictIsToldAndWhatIsDoneAlreadyChangesNothing() {
    var order = place();
    assertThat(type(post(order + "/shipments", "{}"))).isEqualTo("order-held");
    assertThat(post(order + "/confirmation", "").header("ETag")).isEqualTo("\"2\"");
    assertThat(post(order + "/confirmation", "").header("ETag")).isEqualTo("\"2\"");
    assertThat(type(post(order + "/returns", returning(""), "Idempotency-Key: r0")))
        .isEqualTo("order-captured");
    assertThat(post(order + "/shipments", "{}").status()).isEqualTo(201);
    assertThat(type(post(order + "/cancellation", "{}"))).isEqualTo("order-packed");
    var cancelled = place();
    assertThat(post(cancelled + "/cancellation", "{\"reason\":\"gone\"}").status()).isEqualTo(200);
    assertThat(post(cancelled + "/cancellation", "{}").json().path("reason").asString())
        .isEqualTo("gone");
    assertThat(type(post(cancelled + "/confirmation", ""))).isEqualTo("order-cancelled");
  }

  private static String returning(String more) {
    return "{\"lines\":[" + ONE_OF_LINE_1 + "],\"refund\":true" + more + "}";
  }

  @Test
  void whatIsNotRestockedIsWrittenOff() {
    var order = place();
    post(order + "/confirmation", "");
    var shipment = post(order + "/shipments", "{}").header("Location");
    assertThat(caller.call("PATCH", shipment, "{\"status\":\"shipped\"}").status()).isEqualTo(200);
    post(order + "/returns", returning(",\"restock\":false"), "Idempotency-Key: r1");
    assertThat(stock("available")).isEqualTo("98");
    post(order + "/returns", returning(""), "Idempotency-Key: r2");
    assertThat(stock("available")).isEqualTo("99");
    assertThat(caller.get(order).json().path("fulfilment").asString()).isEqualTo("returned");
    assertThat(type(post(order + "/returns", returning(""), "Idempotency-Key: r3")))
        .isEqualTo("order-returned");
  }

  @Test
  void linesThatAskForTooMuchAreTold() {
    var order = place();
    post(order + "/confirmation", "");
    var refused =
        post(
            order + "/shipments",
            "{\"lines\":[{\"line\":1,\"quantity\":\"3\"},{\"line\":9,\"quantity\":\"1\"}]}");
    assertThat(type(refused)).isEqualTo("order-lines");
    assertThat(refused.json().path("pointers").valueStream().map(node -> node.asString()))
        .containsExactly("#/lines/0", "#/lines/1");
    var status =
        caller.call(
            "PATCH",
            post(order + "/shipments", "{}").header("Location"),
            "{\"status\":\"delivered\"}");
    assertThat(type(status)).isEqualTo("shipment-packed");
  }

  @Test
  void anAbsentOrderIs404BeforeItsBodyIsReadAndReturnsWantAKey() {
    for (var command : List.of("cancellation", "shipments")) {
      assertThat(post(ABSENT + "/" + command, "{").status()).isEqualTo(404);
    }
    assertThat(post(ABSENT + "/returns", "{").status()).isEqualTo(400);
    var faults = post(place() + "/returns", "{\"lines\":[]}", "Idempotency-Key: r4");
    assertThat(faults.json().path("errors").valueStream().map(e -> e.path("pointer").asString()))
        .containsExactlyInAnyOrder("#/lines", "#/refund");
  }

  @Test
  void pagesFollowEachOtherByCursorsThatKeepTheirFilters() {
    var placed = new ArrayList<String>();
    for (var i = 0; i < 3; i++) {
      placed.addFirst(place());
    }
    var first = caller.get("/v1/orders?limit=2&payment=held&accountId=" + account);
    var cursor = first.json().path("nextCursor").asString();
    var second = caller.get("/v1/orders?limit=2&cursor=" + cursor);
    var ids = new ArrayList<String>();
    for (var page : List.of(first, second)) {
      page.json()
          .path("data")
          .forEach(order -> ids.add("/v1/orders/" + order.path("id").asString()));
    }
    assertThat(ids).containsExactlyElementsOf(placed);
    assertThat(second.json().has("nextCursor")).isFalse();
    assertThat(caller.get("/v1/orders?payment=captured&cursor=" + cursor).status()).isEqualTo(400);
    assertThat(caller.get("/v1/orders?status=lost").status()).isEqualTo(400);
    assertThat(caller.get("/v1/orders?payment=released").json().path("data").size()).isZero();
  }

  @Test
  void theReconciliationCountsWhatIsHeld() {
    place();
    var json = caller.get("/v1/orders/reconciliation").json();
    assertThat(json.path("balanced").asBoolean()).isTrue();
    assertThat(json.path("orders").asInt()).isEqualTo(1);
    assertThat(json.path("heldGoods").asInt()).isEqualTo(1);
  }
}
