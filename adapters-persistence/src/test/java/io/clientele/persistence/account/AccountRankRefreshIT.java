package io.clientele.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.testbed.HeldSnapshot;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests when ranks follow the totals, and which totals a refresh reads. */
class AccountRankRefreshIT {
  private final AccountSample sample = new AccountSample(3);
  private final Database database = TestPostgres.V18.emptied();
  private final JdbcAccounts accounts =
      new JdbcAccounts(database, TestPostgres.CHANGES, TestPostgres.ERASERS);
  private final AccountRankRefresh refresh = new AccountRankRefresh(database);
  private final AccountId first = opened();
  private final AccountId second = opened();

  @Test
  void fewTotalsAreFollowedAtOnce() {
    add(first, 8);
    refresh.refresh();
    assertThat(ranks(first, second)).containsExactly(8L, 0L);
    add(first, 1);
    add(second, 2_000);
    refresh.refresh();
    assertThat(ranks(first, second)).containsExactly(9L, 2_000L);
  }

  @Test
  void manyTotalsAreFollowedOnceAMinute() {
    add(first, 8);
    database
        .work()
        .update(
            "INSERT INTO view_total (account_id, views) SELECT gen_random_uuid(), 1 FROM"
                + " generate_series(1, 10000)");
    refresh.refresh();
    assertThat(ranks(first)).containsExactly(8L);
    add(first, 1);
    refresh.refresh();
    assertThat(ranks(first)).as("within the minute").containsExactly(8L);
    database.work().update("UPDATE account_ranking SET searched_at = now() - interval '41 s'");
    refresh.refresh();
    assertThat(ranks(first)).as("after the minute").containsExactly(9L);
    add(first, 1);
    database.work().update("UPDATE account_ranking SET searched_at = now() + interval '1 hour'");
    refresh.refresh();
    assertThat(ranks(first)).as("once the clock was put back").containsExactly(10L);
  }

  @Test
  void onlyTotalsThatChangedSinceTheLastSearchAreRead() {
    add(first, 8);
    refresh.refresh();
    database.work().update("UPDATE account_rank SET views = 0");
    add(second, 5);
    refresh.refresh();
    assertThat(ranks(first, second)).containsExactly(0L, 5L);
    add(second, 1);
    database.work().update("UPDATE account_ranking SET seen_to = NULL");
    refresh.refresh();
    assertThat(ranks(first, second)).as("all totals").containsExactly(8L, 6L);
  }

  @Test
  void aRoundPassesNoRowThatEarlierRoundsDeletedUnderAHeldSnapshot() throws SQLException {
    refresh.refresh();
    try (var _ = HeldSnapshot.of(database)) {
      queue(3_000);
      refresh.refresh();
      var last = queue(5);
      var first = HeldSnapshot.pages(database, AccountRankRefresh.ROUND, 0L);
      assertThat(HeldSnapshot.pages(database, AccountRankRefresh.ROUND, last - 4))
          .isLessThan(first / 2);
      refresh.refresh();
      assertThat(database.work().list("SELECT 1 FROM account_rank_queue", row -> 1)).isEmpty();
    }
  }

  /** Returns the number of the last row. */
  private long queue(int rows) {
    database
        .work()
        .update(
            "INSERT INTO account_rank_queue (accounts) SELECT ARRAY[?::uuid] FROM"
                + " generate_series(1, ?)",
            first.value(),
            rows);
    return database
        .work()
        .list("SELECT max(number) FROM account_rank_queue", row -> row.getLong(1))
        .getFirst();
  }

  @Test
  void aChangeThatIsCommittedDuringASearchIsFoundByTheNext() {
    add(first, 1);
    refresh.refresh();
    database
        .work()
        .transaction(
            connection -> {
              add(connection, first, 7);
              add(second, 5);
              refresh.refresh();
              return assertThat(ranks(first, second)).containsExactly(1L, 5L);
            });
    refresh.refresh();
    assertThat(ranks(first, second)).containsExactly(8L, 5L);
  }

  @Test
  void numbersOfTransactionsOfAnotherServerAreNotTrusted() {
    add(first, 8);
    refresh.refresh();
    database.work().update("UPDATE account_rank SET views = 0");
    database
        .work()
        .update(
            "UPDATE account_ranking SET seen_to = (pg_current_xact_id()::text::bigint +"
                + " 1000)::text::xid8");
    add(second, 1);
    refresh.refresh();
    assertThat(ranks(first, second)).containsExactly(8L, 1L);
  }

  @Test
  void whatARunLeftInTheQueueIsDoneByTheNextThoughNoViewCame() {
    add(first, 8);
    refresh.refresh();
    database.work().update("UPDATE account_rank SET views = 0");
    database
        .work()
        .update("INSERT INTO account_rank_queue (accounts) VALUES (ARRAY[?::uuid])", first.value());
    refresh.refresh();
    assertThat(ranks(first)).containsExactly(8L);
  }

  private AccountId opened() {
    var opening = sample.opening();
    accounts.save(opening);
    return opening.state().id();
  }

  /** Changes the totals from which ranks are computed, as a flush does. */
  private void add(AccountId id, long views) {
    database
        .work()
        .transaction(
            connection -> {
              add(connection, id, views);
              return null;
            });
  }

  private static void add(Connection connection, AccountId id, long views) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO view_total (account_id, views) VALUES (?, ?) ON CONFLICT (account_id) DO"
            + " UPDATE SET views = view_total.views + excluded.views",
        id.value(),
        views);
    Sql.update(
        connection, "UPDATE view_shard SET views = views + ? WHERE shard = ?", views, views % 16);
  }

  private List<Long> ranks(AccountId... ids) {
    return List.of(ids).stream()
        .map(
            id ->
                database
                    .work()
                    .list(
                        "SELECT views FROM account_rank WHERE account_id = ?",
                        row -> row.getLong(1),
                        id.value())
                    .getFirst())
        .toList();
  }
}
