package io.clientele.domain.ledger.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.price.Portfolio.Holding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioTest {
  private static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  private static final Asset BTC = new Asset(new AssetCode("BTC"), 8, Asset.Kind.ASSET);
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private static Holding holding(long posted, String price) {
    return new Holding(
        BTC, BigInteger.valueOf(posted), BigInteger.ZERO, new BigDecimal(price), NOW);
  }

  @Test
  void valuesAreRoundedHalfToEven() {
    assertThat(holding(50_000_000, "0.01").value(USD)).contains(new BigDecimal("0.00"));
    assertThat(holding(150_000_000, "0.01").value(USD)).contains(new BigDecimal("0.02"));
    assertThat(holding(-150_000_000, "0.01").value(USD)).contains(new BigDecimal("-0.02"));
  }

  @Test
  void whatHasNoPriceIsNotInTheTotal() {
    var unpriced = new Holding(BTC, BigInteger.TEN, BigInteger.ZERO, null, null);
    var portfolio = new Portfolio(USD, List.of(holding(100_000_000, "67250.129"), unpriced), NOW);
    assertThat(unpriced.value(USD)).isEmpty();
    assertThat(portfolio.total()).isEqualTo(new BigDecimal("67250.13"));
    assertThat(new Portfolio(USD, List.of(), NOW).total()).isEqualTo(new BigDecimal("0.00"));
  }
}
