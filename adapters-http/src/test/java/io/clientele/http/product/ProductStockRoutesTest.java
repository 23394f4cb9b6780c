package io.clientele.http.product;

import static io.clientele.http.product.ProductCalls.ABSENT;
import static io.clientele.http.product.ProductCalls.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductStockRoutesTest {
  private final ProductCalls calls = new ProductCalls();
  private final String product = calls.created("TEA-1", "Tea");
  private final String receipts = product + "/receipts";
  private final String corrections = product + "/corrections";

  @AfterEach
  void stop() {
    calls.close();
  }

  @Test
  void aReceiptAddsToTheStockOnce() {
    var first = calls.move(receipts, "5", "a");
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    var second = calls.move(receipts, "5", "a");
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(calls.stock(product)).isEqualTo("5/0/5");
    assertThat(calls.caller.get(first.header("Location")).status()).isEqualTo(200);
    assertThat(type(calls.move(receipts, "6", "a"))).isEqualTo("idempotency-mismatch");
    assertThat(calls.move(receipts, "5", "b").status()).isEqualTo(201);
    assertThat(calls.stock(product)).isEqualTo("10/0/10");
  }

  @Test
  void aCorrectionLeavesWhatIsReserved() {
    calls.move(receipts, "5", "a");
    hold("3");
    assertThat(calls.stock(product)).isEqualTo("5/3/2");
    assertThat(type(calls.move(corrections, "-3", "b"))).isEqualTo("below-reserved");
    assertThat(calls.move(corrections, "-2", "b").status()).isEqualTo(201);
    assertThat(calls.stock(product)).isEqualTo("3/3/0");
    var more = calls.move(corrections, "4", "c");
    assertThat(more.json().path("quantity").asString()).isEqualTo("4");
    assertThat(calls.stock(product)).isEqualTo("7/3/4");
  }

  private void hold(String amount) {
    var pockets = calls.caller.get("/v1/pockets").json().path("data");
    var main = "";
    var sold = "";
    for (var pocket : pockets) {
      main = pocket.path("name").asString().equals("main") ? pocket.path("id").asString() : main;
      sold = pocket.path("name").asString().equals("sold") ? pocket.path("id").asString() : sold;
    }
    var body =
        """
        {"kind":"held","reason":"order","expiresIn":60,
         "legs":[{"from":"%s","to":"%s","asset":"SKU-TEA-1","amount":"%s"}]}
        """
            .formatted(main, sold, amount);
    var held = calls.caller.call("PUT", "/v1/transfers/" + UUID.randomUUID(), body);
    assertThat(held.status()).as(held.body()).isEqualTo(201);
  }

  @Test
  void aMovementNeedsAKey() {
    var body = "{\"quantity\":\"1\",\"reason\":\"test\"}";
    for (var path : new String[] {receipts, corrections}) {
      var answer = calls.caller.call("POST", path, body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("errors").path(0).path("header").asString())
          .isEqualTo("Idempotency-Key");
    }
    assertThat(calls.stock(product)).isEqualTo("0/0/0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "1.5", "", "a", "1e3", "99999999999999999999999999999999999999999"})
  void aReceiptThatIsNoQuantityIs400(String quantity) {
    assertThat(calls.move(receipts, quantity, "a").status()).isEqualTo(400);
    assertThat(calls.move(ABSENT + "/receipts", quantity, "a").status()).isEqualTo(404);
  }

  @Test
  void aFaultOfTheQuantityPointsAtIt() {
    var errors = calls.move(corrections, "0", "a").json().path("errors");
    assertThat(errors.path(0).path("pointer").asString()).isEqualTo("#/quantity");
  }
}
