package io.clientele.persistence.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ranking.ProductRanking;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.persistence.views.DailyRollup;
import io.clientele.persistence.views.JdbcViewLedger;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.product.ranking.ProductRankingContract;
import io.clientele.testkit.views.internal.DirectBatch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class JdbcProductRankingIT implements ProductRankingContract {
  private final Database database = postgres().emptied();

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public ProductRanking ranking() {
    return new JdbcProductRanking(database);
  }

  @Override
  public ProductRanking unreachableRanking() {
    return new JdbcProductRanking(TestPostgres.away());
  }

  @Override
  public ViewLedger ledger() {
    return new JdbcViewLedger(database);
  }

  @Override
  public void create(ProductId id) {
    var title = ProductRankingContract.titleOf(id);
    var sql =
        """
        INSERT INTO product (id, version, sku, kind, scale, status, created_at, updated_at, title, title_folded,
          sku_folded, search, text, attributes)
        VALUES (?, 1, ?, 'SERVICE', 0, 'ACTIVE', now(), now(), ?, ?, ?, '', '', '{}')
        ON CONFLICT DO NOTHING
        """;
    database.work().update(sql, id.value(), title, title, title, title);
  }

  @Test
  void theTopProductsOfAPeriodAddDaysToHours() {
    var id = new ProductId(new Sample(1).id().value());
    create(id);
    var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    add(id, today.minus(200, ChronoUnit.DAYS), 31);
    add(id, today.minus(89, ChronoUnit.DAYS), 100);
    new DailyRollup(database).move();
    var period =
        new ViewPeriod(
            Granularity.DAY, today.minus(205, ChronoUnit.DAYS), today.plus(1, ChronoUnit.DAYS));
    assertThat(ranking().top(period, null, 1).getFirst().views()).isEqualTo(131);
  }

  private void add(ProductId id, Instant at, long views) {
    DirectBatch.apply(ledger(), SubjectKind.PRODUCT.subject(id.value()), at, views);
  }
}
