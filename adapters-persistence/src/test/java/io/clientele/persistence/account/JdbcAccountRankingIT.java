package io.clientele.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountRanking;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.persistence.views.DailyRollup;
import io.clientele.persistence.views.JdbcViewLedger;
import io.clientele.testkit.account.ranking.AccountRankingContract;
import io.clientele.testkit.kernel.Sample;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JdbcAccountRankingIT implements AccountRankingContract {
  private final Database database = postgres().emptied();

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  /** Refreshes the ranks at once; the service does so within a minute. */
  @Override
  public AccountRanking ranking() {
    var ranking = new JdbcAccountRanking(database);
    return (within, after, limit) -> {
      new AccountRankRefresh(database).refresh();
      return ranking.top(within, after, limit);
    };
  }

  @Override
  public AccountRanking unreachableRanking() {
    return new JdbcAccountRanking(TestPostgres.away());
  }

  @Override
  public ViewLedger ledger() {
    return new JdbcViewLedger(database);
  }

  @Override
  public void open(AccountId id) {
    var name = AccountRankingContract.nameOf(id);
    var mail = id + "@example.com";
    var sql =
        """
        WITH opened AS (
          INSERT INTO account (id, version, status, created_at, updated_at, name, name_folded, email, email_folded,
            search, metadata)
          VALUES (?, 1, 'ACTIVE', now(), now(), ?, ?, ?, ?, ?, '{}')
          ON CONFLICT DO NOTHING
          RETURNING id, status
        )
        INSERT INTO account_rank SELECT id, status, 0 FROM opened
        """;
    database.work().update(sql, id.value(), name, name, mail, mail, name);
  }

  @Override
  public void erase(AccountId id) {
    database.work().update("DELETE FROM account WHERE id = ?", id.value());
  }

  @Test
  void theTopOfAPeriodAddsDaysToHours() {
    var id = new Sample(1).id();
    open(id);
    var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    add(id, today.minus(200, ChronoUnit.DAYS), 31);
    add(id, today.minus(89, ChronoUnit.DAYS), 100);
    new DailyRollup(database).move();
    var period =
        new ViewPeriod(
            Granularity.DAY, today.minus(205, ChronoUnit.DAYS), today.plus(1, ChronoUnit.DAYS));
    assertThat(new JdbcAccountRanking(database).top(period, null, 1).getFirst().views())
        .isEqualTo(131);
  }

  private void add(AccountId id, Instant at, long views) {
    var shard = ledger().shards().of(id.value());
    var writer = new WriterId(UUID.randomUUID());
    ledger().register(writer, DeliveryPath.DIRECT, List.of(shard));
    var counts = ViewCounts.of(Map.of(id.value(), views));
    ledger()
        .applyDirect(shard, new ViewBatch(writer, 1, new Offset(1, views), counts), at, List.of());
  }
}
