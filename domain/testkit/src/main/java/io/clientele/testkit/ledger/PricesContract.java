package io.clientele.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.price.Portfolio.Holding;
import io.clientele.domain.ledger.price.Price;
import io.clientele.domain.ledger.price.Prices;
import io.clientele.domain.ledger.price.Prices.Recorded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The contract of every store of prices. */
public interface PricesContract extends LedgerPortsUnderTest {
  /** A second asset for these tests. */
  Asset GOLD = new Asset(new AssetCode("GOLD"), 4, Asset.Kind.GOODS);

  /** The prices of {@link #ledger}. */
  Prices prices();

  @Test
  default void aPriceIsRecordedOnce() {
    var trial = new LedgerTrial(this);
    assets().add(Asset.define(GOLD, LedgerTrial.BY));
    assertThat(trial.house("bank")).isNotNull();
    var at = Instant.parse("2026-11-20T12:00:00Z");
    assertThat(add(at, "2000.50")).isEqualTo(Recorded.STORED);
    assertThat(add(at, "2000.5")).isEqualTo(Recorded.SAME);
    assertThat(add(at, "2000.51")).isEqualTo(Recorded.DIFFERENT);
  }

  @Test
  default void aPortfolioIsValuedByTheNewestPriceThatIsNotInTheFuture() {
    var trial = new LedgerTrial(this);
    assets().add(Asset.define(GOLD, LedgerTrial.BY));
    var house = trial.house("bank");
    var account = account();
    trial.book(LedgerTrial.post(house, trial.open(account, "main", BigInteger.ZERO), 1_050));
    var gold = PocketId.of(Instant.now(), new Random());
    pockets()
        .open(
            Pocket.open(
                new Pocket(gold, account, GOLD, "vault", BigInteger.ZERO, Pocket.Status.OPEN, 0),
                LedgerTrial.BY));
    var unpriced = prices().portfolio(account, LedgerTrial.USD);
    assertThat(unpriced.holdings().stream().map(Holding::asset))
        .containsExactly(GOLD, LedgerTrial.USD);
    assertThat(unpriced.holdings().get(0).price()).isNull();
    assertThat(unpriced.total()).isEqualTo(new BigDecimal("10.50"));

    var now = Instant.now();
    add(now.minus(Duration.ofDays(2)), "1");
    add(now.minus(Duration.ofDays(1)), "2000.5");
    add(now.plus(Duration.ofDays(1)), "3");
    var priced = prices().portfolio(account, LedgerTrial.USD);
    var holding = priced.holdings().get(0);
    assertThat(holding.price()).isEqualByComparingTo("2000.5");
    assertThat(holding.value(LedgerTrial.USD)).contains(new BigDecimal("0.00"));
    assertThat(prices().portfolio(account(), LedgerTrial.USD).holdings()).isEmpty();
  }

  private Recorded add(Instant at, String value) {
    var price = new Price(GOLD.code(), LedgerTrial.USD.code(), at, Price.parse(value));
    return prices().add(price.record(LedgerTrial.BY));
  }
}
