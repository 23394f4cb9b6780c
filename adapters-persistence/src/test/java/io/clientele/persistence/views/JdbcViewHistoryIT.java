package io.clientele.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.history.ViewHistoryContract;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbcViewHistoryIT implements ViewHistoryContract {
  /** Every sum of views that the store offers; all of them must be equal. */
  private static final String SUMS =
      """
      SELECT (SELECT coalesce(sum(views), 0) FROM view_total)
        || ' ' || (SELECT coalesce(sum(views), 0) FROM view_shard_day)
        || ' ' || ((SELECT coalesce(sum(views), 0) FROM view_hour) + (SELECT coalesce(sum(views), 0) FROM view_day))
      """;

  private final Database database = postgres().emptied();

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public ViewHistory history() {
    return new JdbcViewHistory(database);
  }

  @Override
  public ViewHistory unreachableHistory() {
    return new JdbcViewHistory(TestPostgres.away());
  }

  @Override
  public ViewLedger ledger() {
    return new JdbcViewLedger(database);
  }

  @Test
  void oldHoursBecomeDaysAndNoViewIsLostOrDoubled() {
    var id = new ViewsSample(1).subject();
    var old = daysAgo(200);
    IntStream.range(0, 5).forEach(i -> add(id, old.plus(i * 7L, ChronoUnit.HOURS), 1L << i));
    add(id, daysAgo(89), 100);
    var before = days(id, 205);
    assertSums(131);
    new DailyRollup(database).move();
    assertSums(131);
    new DailyRollup(database).move();
    assertSums(131);
    assertThat(count("view_hour")).isEqualTo(1);
    assertThat(count("view_day")).isEqualTo(2);
    // Days of this age are reported once their hours are merged into days.
    assertThat(before).contains(new DataPoint(daysAgo(89), 100));
    assertThat(days(id, 205))
        .contains(new DataPoint(old, 15), new DataPoint(old.plus(24, ChronoUnit.HOURS), 16));
  }

  @Test
  void aVeryLateBatchIsAddedToTheDayOfItsHour() {
    var id = new ViewsSample(1).subject();
    add(id, daysAgo(100), 1);
    new DailyRollup(database).move();
    add(id, daysAgo(100), 2);
    new DailyRollup(database).move();
    assertThat(days(id, 101).getFirst()).isEqualTo(new DataPoint(daysAgo(101), 0));
    assertThat(days(id, 101)).contains(new DataPoint(daysAgo(100), 3));
    assertSums(3);
  }

  @Test
  void noBatchRaisesAnHourThatIsBeingMoved() {
    var id = new ViewsSample(1).subject();
    add(id, daysAgo(100), 1);
    database
        .work()
        .transaction(
            connection -> {
              Sql.list(
                  connection,
                  "SELECT pg_advisory_xact_lock(hashtextextended('clientele view days', 0))",
                  row -> "");
              assertThatThrownBy(() -> add(id, daysAgo(100), 1))
                  .isInstanceOf(PortUnavailable.class);
              add(id, daysAgo(1), 1);
              return id;
            });
    assertSums(2);
  }

  @Test
  void sumsStayEqualDuringConcurrentMovesAndBatches() {
    var ids = new ViewsSample(1).subjects(40);
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i -> {
              add(ids.get(i % 40), daysAgo(100 + i % 3).plus(i % 24, ChronoUnit.HOURS), 1);
              if (i % 10 == 0) {
                new DailyRollup(database).move();
              }
            });
    assertSums(200);
    new DailyRollup(database).move();
    assertSums(200);
    assertThat(count("view_hour")).isZero();
  }

  private void add(UUID id, Instant at, long views) {
    var shard = ledger().shards().of(id);
    var writer = new WriterId(UUID.randomUUID());
    ledger().register(writer, DeliveryPath.DIRECT, List.of(shard));
    var batch = new ViewBatch(writer, 1, new Offset(1, views), ViewCounts.of(Map.of(id, views)));
    ledger().applyDirect(shard, batch, at, List.of());
  }

  private List<DataPoint> days(UUID id, int ago) {
    return new JdbcViewHistory(database).series(id, period(ago));
  }

  private static ViewPeriod period(int ago) {
    return new ViewPeriod(Granularity.DAY, daysAgo(ago), daysAgo(-1));
  }

  private void assertSums(long views) {
    assertThat(database.work().list(SUMS, row -> row.getString(1)).getFirst())
        .isEqualTo(views + " " + views + " " + views);
  }

  private long count(String table) {
    return database.work().list("SELECT count(*) FROM " + table, row -> row.getLong(1)).getFirst();
  }

  private static Instant daysAgo(int days) {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(days, ChronoUnit.DAYS);
  }
}
