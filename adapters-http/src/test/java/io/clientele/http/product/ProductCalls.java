package io.clientele.http.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;

/** A service with a currency, and calls of its products. */
final class ProductCalls implements AutoCloseable {
  static final String ALL = "/v1/products";
  static final String ABSENT = ALL + "/01890a5d-ac96-774b-bcce-b302099a8057";

  final InMemoryServer service = new InMemoryServer();
  final TestClient caller = new TestClient(service.port());

  ProductCalls() {
    define("USD", 2, "money");
    define("BTC", 8, "asset");
  }

  private void define(String code, int scale, String kind) {
    var asset = "{\"code\":\"%s\",\"scale\":%d,\"kind\":\"%s\"}".formatted(code, scale, kind);
    assertThat(caller.call("POST", "/v1/assets", asset).status()).isEqualTo(201);
  }

  static String goods(String sku, String title) {
    return "{\"sku\":\"%s\",\"title\":\"%s\",\"kind\":\"goods\"}".formatted(sku, title);
  }

  /** Creates goods, and returns their path. */
  String created(String sku, String title) {
    return created(goods(sku, title));
  }

  String created(String body) {
    var answer = caller.call("POST", ALL, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.header("Location");
  }

  RawSocketClient.Answer move(String path, String quantity, String key) {
    var body = "{\"quantity\":\"%s\",\"reason\":\"test\"}".formatted(quantity);
    return caller.call("POST", path, body, "Idempotency-Key: " + key);
  }

  /** On hand, reserved and available, such as {@code 5/0/5}. */
  String stock(String product) {
    var stock = caller.get(product).json().path("stock");
    return stock.path("onHand").asString()
        + "/"
        + stock.path("reserved").asString()
        + "/"
        + stock.path("available").asString();
  }

  /** The type of a problem, without its folder. */
  static String type(RawSocketClient.Answer answer) {
    return answer.json().path("type").asString().replace("/problems/", "");
  }

  @Override
  public void close() {
    service.close();
  }
}
