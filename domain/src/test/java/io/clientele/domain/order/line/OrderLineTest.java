package io.clientele.domain.order.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.product.ProductId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderLineTest {
  private static final Random RANDOM = new Random(5);

  @Test
  void aTotalIsRoundedHalfUpAtTheScaleOfTheCurrency() {
    assertThat(line(3, 333, 1_500).total()).as("3.33 × 1.500").isEqualTo(BigInteger.valueOf(500));
    assertThat(line(3, 1, 500).total()).as("0.01 × 0.500").isEqualTo(BigInteger.ONE);
    assertThat(line(3, 1, 499).total()).as("0.01 × 0.499").isEqualTo(BigInteger.ZERO);
    assertThat(line(0, 250, 4).total()).isEqualTo(BigInteger.valueOf(1_000));
  }

  @Test
  void refundsOfPartsSumUpToTheTotal() {
    for (var round = 0; round < 500; round++) {
      var line = line(2, RANDOM.nextInt(1_000), 1 + RANDOM.nextInt(400));
      var sum = BigInteger.ZERO;
      var after = line;
      while (after.active().subtract(after.returned()).signum() > 0) {
        var rest = after.active().subtract(after.returned()).intValueExact();
        var units = BigInteger.valueOf(1 + RANDOM.nextInt(rest));
        sum = sum.add(after.refund(units));
        after = RANDOM.nextBoolean() ? after.returning(units) : after.cancelling(units);
      }
      assertThat(sum).isEqualTo(line.total());
    }
  }

  @Test
  void aQuantityIsMoreThanNothingAndAtMostABillion() {
    for (var wrong : new String[] {"0", "-1", "1000000000.1"}) {
      assertThatThrownBy(() -> new LineRequest(1, new BigDecimal(wrong)))
          .isInstanceOf(InvalidValue.class);
    }
    assertThat(new LineRequest(1, LineRequest.QUANTITY_MAX).line()).isEqualTo(1);
  }

  private static OrderLine line(int scale, long unitPrice, long units) {
    var item =
        new OrderedItem(
            ProductId.of(Instant.EPOCH, RANDOM),
            "sku",
            "title",
            OrderedItem.Kind.GOODS,
            new AssetCode("SKU"),
            scale,
            BigInteger.valueOf(unitPrice),
            Instant.EPOCH);
    return OrderLine.ordered(1, item, BigInteger.valueOf(units));
  }
}
