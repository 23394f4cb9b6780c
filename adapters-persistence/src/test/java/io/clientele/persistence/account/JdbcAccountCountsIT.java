package io.clientele.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountCounts;
import io.clientele.domain.account.Accounts;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.testbed.HeldCommit;
import io.clientele.persistence.testbed.HeldSnapshot;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountCountsContract;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.kernel.Sample;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbcAccountCountsIT implements AccountCountsContract {
  private static final Instant TODAY = Sample.BEGINNING.truncatedTo(ChronoUnit.DAYS);

  /** Counts the accounts by a scan of all rows. */
  private static final String SCAN =
      """
      SELECT count(*) FILTER (WHERE status = 'ACTIVE'), count(*) FILTER (WHERE status = 'SUSPENDED'),
        count(*) FILTER (WHERE status = 'CLOSED')
      FROM account
      """;

  private final Database database = postgres().emptied();
  private final JdbcAccountCounts counts = new JdbcAccountCounts(database);
  private final Accounts accounts =
      new JdbcAccounts(database, TestPostgres.CHANGES, TestPostgres.ERASERS);

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  /** Each read runs while the remaining changes are added up. */
  @Override
  public AccountCounts counts() {
    return (firstDay, days, since) -> {
      counts.fold();
      return counts.take(firstDay, days, since);
    };
  }

  @Override
  public AccountCounts unreachableCounts() {
    return new JdbcAccountCounts(TestPostgres.away());
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Test
  void countsAreEqualBeforeAndAfterFolding() {
    var sample = new AccountSample(1);
    for (var i = 0; i < 10; i++) {
      accounts.save(sample.opening());
    }
    var before = counts.take(TODAY, 2, TODAY);
    assertThat(rows("account_delta")).isEqualTo(10);
    counts.fold();
    assertThat(rows("account_delta")).isZero();
    assertThat(counts.take(TODAY, 2, TODAY)).isEqualTo(before);
    assertThat(before.accounts()).containsEntry(Status.ACTIVE, 10L);
  }

  @Test
  void countsEqualAScanAfterConcurrentChangesAndFolding() {
    insert(1, 300);
    IntStream.rangeClosed(1, 300)
        .parallel()
        .forEach(
            n -> {
              if (n % 2 == 0) {
                set(n, "SUSPENDED");
              }
              if (n % 3 == 0) {
                set(n, "CLOSED");
              }
              if (n % 4 == 0) {
                counts.fold();
              }
              if (n % 5 == 0) {
                insert(1000 * n, 1000 * n + 4);
              }
            });
    assertThat(counts.take(TODAY, 1, TODAY).accounts()).isEqualTo(scan());
    counts.fold();
    assertThat(counts.take(TODAY, 1, TODAY).accounts()).isEqualTo(scan());
    assertThat(rows("account")).isEqualTo(600);
  }

  private Map<Status, Long> scan() {
    return database
        .work()
        .list(
            SCAN,
            row ->
                Map.of(
                    Status.ACTIVE, row.getLong(1),
                    Status.SUSPENDED, row.getLong(2),
                    Status.CLOSED, row.getLong(3)))
        .getFirst();
  }

  private void set(int number, String status) {
    database
        .work()
        .update(
            "UPDATE account SET status = ? WHERE email = ?",
            status,
            "ada" + number + "@example.com");
  }

  private void insert(int from, int to) {
    var sql =
        """
        INSERT INTO account (id, version, status, created_at, updated_at, name, name_folded, email, email_folded,
          search, metadata)
        SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'ACTIVE', now(), now(), 'Ada', 'ada',
          'ada' || n || '@example.com', 'ada' || n || '@example.com', 'ada ada', '{}'
        FROM generate_series(?, ?) AS n
        """;
    database.work().update(sql, from, to);
  }

  private long rows(String table) {
    return database.work().list("SELECT count(*) FROM " + table, row -> row.getLong(1)).getFirst();
  }

  /** A change that begins first and commits last has a lower number than what was added up. */
  @Test
  void aChangeThatCommitsLateIsCountedBeforeAndAfterFolding() {
    insert(1, 3);
    counts.fold();
    var late =
        HeldCommit.of(
            database,
            sql ->
                sql.transaction(
                    connection ->
                        Sql.update(
                            connection,
                            "INSERT INTO account_delta (opened, active, suspended, closed)"
                                + " VALUES (0, 5, 0, 0)")));
    insert(4, 6);
    counts.fold();
    assertThat(active()).isEqualTo(6);
    late.run();
    assertThat(active()).isEqualTo(11);
    counts.fold();
    assertThat(rows("account_delta")).isZero();
    assertThat(active()).isEqualTo(11);
  }

  @Test
  void neitherAReadNorAFoldPassesDeletedRowsUnderAHeldSnapshot() throws SQLException {
    counts.fold();
    try (var _ = HeldSnapshot.of(database)) {
      for (var i = 0; i < 20; i++) {
        leaveDeltas(500);
        counts.fold();
        assertThat(rows("account_delta")).isZero();
      }
      leaveDeltas(3);
      assertThat(HeldSnapshot.pages(database, JdbcAccountCounts.STATUSES)).isLessThan(60);
      assertThat(HeldSnapshot.pages(database, JdbcAccountCounts.ROUND, false, 9, 9)).isLessThan(60);
      assertThat(HeldSnapshot.pages(database, JdbcAccountCounts.ROUND, true, 9, 9))
          .as("a walk over deleted rows")
          .isGreaterThan(100);
      assertThat(active()).isEqualTo(10_003);
    }
  }

  /** On another server the ids of transactions start again, below those of the snapshot. */
  @Test
  void aRestoredDeltaIsCountedAfterTheFirstFoldOfAnInstance() {
    insert(1, 3);
    counts.fold();
    database.work().update("UPDATE account_count SET seen = '9000000000:9000000000:'");
    insert(4, 5);
    new JdbcAccountCounts(database).fold();
    assertThat(active()).isEqualTo(5);
    insert(6, 6);
    assertThat(active()).isEqualTo(6);
  }

  private void leaveDeltas(int count) {
    database
        .work()
        .update(
            "INSERT INTO account_delta (opened, active, suspended, closed)"
                + " SELECT 0, 1, 0, 0 FROM generate_series(1, ?)",
            count);
  }

  private long active() {
    return Objects.requireNonNull(counts.take(TODAY, 1, TODAY).accounts().get(Status.ACTIVE));
  }
}
