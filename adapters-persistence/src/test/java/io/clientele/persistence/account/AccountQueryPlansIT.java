package io.clientele.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.PagePosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.TransactionSettings;
import io.clientele.persistence.testbed.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Tests that no list query scans all rows, for any filter, from the first page to the last. */
class AccountQueryPlansIT {
  private static final int ROWS = 100_000;
  private static final int BATCH = 5_000;

  /** One name in 10 begins like others; one in 50 accounts is closed, one in 1,000 suspended. */
  private static final String FILL =
      """
      INSERT INTO account (id, version, status, created_at, updated_at, name, name_folded, email, email_folded,
        search, metadata)
      SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1,
        CASE WHEN n % 50 = 0 THEN 'CLOSED' WHEN n % 1000 = 1 THEN 'SUSPENDED' ELSE 'ACTIVE' END,
        '2026-01-01Z'::timestamptz + n * interval '1 minute', now() + interval '10 years', name, name, mail, mail,
        name || ' ' || mail, '{}'
      FROM (
        SELECT n, CASE n % 10 WHEN 1 THEN 'mmm' ELSE '' END || md5('name' || n) AS name,
          md5('mail' || n) || 'atexample' AS mail
        FROM generate_series(?, ?) AS n
      ) AS made
      """;

  private static final String RANK =
      "INSERT INTO account_rank SELECT id, status, hashtext(id::text)::bigint + 2147483648 FROM"
          + " account";

  private static final String DESCRIBE =
      """
      INSERT INTO account_terms
      SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
        ARRAY['t' || n, CASE n % 3 WHEN 1 THEN 'mretail' ELSE 'mother' END]
      FROM generate_series(1, ?) AS n
      """;

  private static final Database DATABASE = filled();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void everyFilterInEveryOrderUsesIndexes() throws SQLException {
    for (var order : AccountOrder.values()) {
      for (var filter : filters()) {
        for (var after : places(order)) {
          var list = new AccountListQuery(new AccountQuery(filter, order, after, 50, true));
          assertIndexed(filter + " " + order, list.pageSql(), list.pageBinds());
          assertIndexed("count of " + filter + " " + order, list.countSql(), list.countBinds());
        }
      }
    }
  }

  @Test
  void aSearchForSomethingRareReadsTheIndexOfTrigrams() throws SQLException {
    for (var order : AccountOrder.values()) {
      var rare = new AccountFilter(null, "zzzz", null, null, null);
      var list = new AccountListQuery(new AccountQuery(rare, order, null, 50, false));
      assertThat(plan(list.pageSql(), list.pageBinds())).contains("account_by_search");
    }
  }

  @Test
  void aSearchForAFrequentPrefixByNameReadsOnlyThoseNames() throws SQLException {
    for (var order : List.of(AccountOrder.NAME, AccountOrder.NAME_DESCENDING)) {
      var frequent = new AccountFilter(Status.ACTIVE, "mmm", null, null, null);
      var list = new AccountListQuery(new AccountQuery(frequent, order, null, 50, true));
      assertThat(plan(list.pageSql(), list.pageBinds()))
          .contains("name_folded >= 'mmm'", "account_by_name", "account_by_search_tail");
      assertThat(plan(list.countSql(), list.countBinds())).contains("account_by_search");
    }
  }

  @Test
  void aSearchForATaxIdOrAnIdReadsTheIndexOfWholeValues() throws SQLException {
    for (var order : AccountOrder.values()) {
      for (var text : List.of("77.777", "00000000-0000-7000-8000-000000077777")) {
        var rare = new AccountFilter(Status.ACTIVE, text, null, null, null);
        var list = new AccountListQuery(new AccountQuery(rare, order, null, 50, true));
        assertThat(plan(list.pageSql(), list.pageBinds())).contains("account_by_terms");
        assertThat(plan(list.countSql(), list.countBinds())).contains("account_by_terms");
      }
    }
  }

  @Test
  void oneCharacterOfHanKanaOrHangulReadsTheIndexOfTrigrams() throws SQLException {
    for (var text : List.of("\u674e", "\uae40", "\u30bf", "\uff80", "\u674ea")) {
      for (var order : AccountOrder.values()) {
        var rare = new AccountFilter(null, text, null, null, null);
        var list = new AccountListQuery(new AccountQuery(rare, order, null, 50, true));
        assertThat(plan(list.pageSql(), list.pageBinds())).contains("account_by_search");
      }
    }
  }

  private static void assertIndexed(String what, String sql, List<Object> binds)
      throws SQLException {
    assertThat(plan(sql, binds)).as(what).doesNotContain("Seq Scan").contains("Index");
  }

  private static List<AccountFilter> filters() {
    var filters = new ArrayList<AccountFilter>();
    var day = Instant.parse("2026-02-01T00:00:00Z");
    for (var status : new Status[] {null, Status.ACTIVE, Status.SUSPENDED, Status.CLOSED}) {
      filters.add(new AccountFilter(status, null, null, null, null));
      filters.add(new AccountFilter(status, "zzzz", null, null, null));
      filters.add(new AccountFilter(status, "abc", null, null, null));
      filters.add(new AccountFilter(status, "---", null, null, null));
      filters.add(new AccountFilter(status, "retail", null, null, null));
      filters.add(new AccountFilter(status, "7777", null, null, null));
      filters.add(new AccountFilter(status, "a", null, null, null));
      filters.add(new AccountFilter(status, "zz", null, null, null));
      filters.add(new AccountFilter(status, null, new Email("a@b.org"), null, null));
      filters.add(new AccountFilter(status, null, null, day, null));
      filters.add(new AccountFilter(status, null, null, day, day.plusSeconds(86_400)));
      filters.add(new AccountFilter(status, "abc", null, day, day.plusSeconds(86_400)));
    }
    return filters;
  }

  private static List<PagePosition> places(AccountOrder order) {
    var id = AccountId.parse("00000000-0000-7000-8000-000000050000");
    var places = new ArrayList<PagePosition>();
    places.add(null);
    places.add(
        switch (IndexOrder.of(order)) {
          case CREATED -> new PagePosition.Created(Instant.parse("2026-02-03T00:00:00Z"), id);
          case NAME -> new PagePosition.Named("7f", id);
          case VIEWS -> new PagePosition.Viewed(2_000_000_000L, id);
        });
    return places;
  }

  private static String plan(String sql, List<Object> binds) throws SQLException {
    return DATABASE
        .work()
        .transaction(
            connection -> {
              TransactionSettings.readInIndexOrder(connection);
              return String.join(
                  "\n",
                  Sql.list(connection, "EXPLAIN " + sql, row -> row.getString(1), binds.toArray()));
            });
  }

  private static Database filled() {
    var database = TestPostgres.V18.migrated();
    for (var from = 1; from <= ROWS; from += BATCH) {
      fill(database, from, from + BATCH - 1);
    }
    database
        .work()
        .transaction(
            connection -> {
              TransactionSettings.allowLongWork(connection);
              return Sql.update(connection, DESCRIBE, ROWS) + Sql.update(connection, RANK);
            });
    database.work().update("VACUUM ANALYZE account, account_terms, account_rank");
    return database;
  }

  private static void fill(Database database, int from, int to) {
    database
        .work()
        .transaction(
            connection -> {
              TransactionSettings.allowLongWork(connection);
              return Sql.update(connection, FILL, from, to);
            });
  }
}
