package io.clientele.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.views.Sharding;
import io.clientele.persistence.jdbc.ConnectionPools;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.testbed.TestPostgres;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests a database of an earlier version, with texts that it accepted. */
class RefoldStoredTextsIT {
  private static final Sharding SIXTEEN = new Sharding(16);
  private static final int ROWS = 2_500;

  private static final String FILL =
      """
      INSERT INTO account (id, version, status, created_at, updated_at, name, name_folded, email, email_folded,
        search, metadata)
      SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'ACTIVE', now(), now(),
        'Łukasz ' || n, 'łukasz ' || n, 'l' || n || '@example.com', 'l' || n || '@example.com', 'old', '{}'
      FROM generate_series(1, ?) AS n
      """;

  private static final String ONE =
      """
      UPDATE account SET name = ?, email = ?, metadata = ARRAY['k', ?]
      WHERE id = ('00000000-0000-7000-8000-' || lpad(?, 12, '0'))::uuid
      """;

  /** Fails after some batches, as a killed process does. */
  private static final String FAIL_LATE =
      """
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''stopped''; END';
      CREATE TRIGGER fail BEFORE UPDATE ON account FOR EACH ROW
      WHEN (NEW.id = '00000000-0000-7000-8000-000000002100') EXECUTE FUNCTION fail()
      """;

  @ParameterizedTest
  @EnumSource
  void rowsAreRefoldedAndReadable(TestPostgres postgres) {
    try (var database = old(postgres)) {
      change(database, 7, "\u00a0", "a@127.0.0.1", "a\u202eb");
      change(database, 8, "Ada \u202egnp.exe", "i@xn--bcher-kva.example", " v ");
      change(database, 9, "a" + "\u0323".repeat(40), "i@bücher.example", "");
      change(database, 10, "\u3164", "n@xn--nxasmm1c.com", "v");
      TestPostgres.migrate(database, SIXTEEN);
      var directory = new JdbcAccountDirectory(database);
      var query = new AccountFilter(null, "LUKASZ", null, null, null);
      var found = directory.list(new AccountQuery(query, AccountOrder.NAME, null, 200, true));
      assertThat(found.total()).isEqualTo(new Total(ROWS - 4, true));
      var all =
          directory
              .list(new AccountQuery(AccountFilter.ALL, AccountOrder.CREATED, null, 200, false))
              .accounts();
      assertThat(all.subList(6, 10))
          .extracting(account -> account.profile().name().value())
          .containsExactly("\ufffd", "Ada \ufffdgnp.exe", "ạ" + "\u0323".repeat(29), "\ufffd");
      assertThat(emails(all.subList(6, 10)))
          .containsExactly(
              "a@127.0.0.1.invalid", "i@bücher.example", "i@bücher.example", "n@βόλος.com");
      assertThat(all.get(6).profile().metadata().entries()).isEqualTo(Map.of("k", "a\ufffdb"));
      assertThat(all.get(7).profile().metadata().entries()).isEqualTo(Map.of("k", " v "));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedRunContinuesAfterItsBatches(TestPostgres postgres) {
    try (var database = old(postgres)) {
      for (var statement : FAIL_LATE.split(";\n")) {
        database.work().update(statement);
      }
      assertThatThrownBy(() -> TestPostgres.migrate(database, SIXTEEN))
          .hasStackTraceContaining("stopped");
      assertThat(folded(database)).isEqualTo(2_000);
      database.work().update("DROP TRIGGER fail ON account");
      TestPostgres.migrate(database, SIXTEEN);
      assertThat(folded(database)).isEqualTo(ROWS);
    }
  }

  private static Database old(TestPostgres postgres) {
    var login = postgres.bare();
    Flyway.configure()
        .dataSource(ConnectionPools.unpooled(login))
        .placeholders(Map.of("shards", "16"))
        .target("50")
        .load()
        .migrate();
    var database = new Database(DatabaseConfig.of(login));
    database.work().update(FILL, ROWS);
    limit(database, login);
    return database;
  }

  /** As the role of a service that owns its tables is limited. */
  private static void limit(Database database, Login login) {
    var name = login.url().replaceAll(".*/(test_[0-9]+).*", "$1");
    database
        .work()
        .update("ALTER DATABASE " + name + " SET idle_in_transaction_session_timeout = '200ms'");
  }

  private static void change(Database database, int n, String name, String email, String value) {
    database.work().update(ONE, name, email, value, Integer.toString(n));
  }

  private static long folded(Database database) {
    return database
        .work()
        .list("SELECT count(*) FROM account WHERE name_folded LIKE 'lukasz%'", r -> r.getLong(1))
        .getFirst();
  }

  private static List<String> emails(List<Account> accounts) {
    return accounts.stream().map(account -> account.profile().email().value()).toList();
  }
}
