package io.clientele.http.product;

import static io.clientele.http.product.ProductCalls.ABSENT;
import static io.clientele.http.product.ProductCalls.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.Sku;
import io.clientele.domain.product.StockPockets;
import io.clientele.http.testing.context.InMemoryLedgerContext;
import java.time.Duration;
import java.util.List;
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
    hold(3);
    assertThat(calls.stock(product)).isEqualTo("5/3/2");
    assertThat(type(calls.move(corrections, "-3", "b"))).isEqualTo("below-reserved");
    assertThat(calls.move(corrections, "-2", "b").status()).isEqualTo(201);
    assertThat(calls.stock(product)).isEqualTo("3/3/0");
    var more = calls.move(corrections, "4", "c");
    assertThat(more.json().path("quantity").asString()).isEqualTo("4");
    assertThat(calls.stock(product)).isEqualTo("7/3/4");
  }

  /** Only an order holds stock of the house, so it is held in the ledger itself. */
  private void hold(long amount) {
    var pockets = StockPockets.of(ProductId.parse(product.replaceFirst(".*/", "")));
    var leg = new Leg(pockets.main(), pockets.sold(), new Sku("TEA-1").asset(), Amount.of(amount));
    var hold = new Instruction.Hold(List.of(leg), Duration.ofMinutes(1), "order:1");
    var note = new TransferNote("order", Metadata.NONE, null);
    var transfer = new Transfer(new TransferId(UUID.randomUUID()), hold, note, "test");
    var ledger = calls.service.context(InMemoryLedgerContext.class).ledger();
    assertThat(ledger.post(List.of(transfer)).getFirst()).isInstanceOf(Outcome.Booked.class);
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
