package io.clientele.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.Sharding;
import io.clientele.persistence.jdbc.ConnectionPools;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.persistence.views.ViewsSchema;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests instances of the earlier version, which read ranks from view_rank, beside the new version.
 */
class AccountRankMigrationIT {
  private static final Sharding SIXTEEN = new Sharding(16);
  private static final UUID KEPT = new UUID(0, 1);
  private static final UUID OPENED = new UUID(0, 2);
  private static final UUID ERASED = new UUID(0, 3);

  private static final String OPEN =
      """
      WITH opened AS (SELECT ?::uuid AS id, 'ACTIVE' AS status)
      INSERT INTO view_rank (account_id, status, views)
      SELECT id, status, 0 FROM opened
      RETURNING account_id
      """;

  private static final String CHANGE =
      """
      WITH changed AS (SELECT ?::uuid AS id, 'CLOSED' AS status)
      UPDATE view_rank
      SET status = changed.status
      FROM changed
      WHERE view_rank.account_id = changed.id AND view_rank.status <> changed.status
      """;

  private static final String RAISE =
      """
      UPDATE view_rank
      SET views = risen.views
      FROM (SELECT ?::uuid AS id, 9 AS views) AS risen
      WHERE view_rank.account_id = risen.id AND view_rank.views < risen.views
      """;

  private static final String ERASE =
      "DELETE FROM view_rank WHERE account_id IN (SELECT ?::uuid AS id)";

  private static final String RANKS =
      "SELECT concat_ws(' ', account_id, status, views) FROM $ranks ORDER BY account_id";

  @ParameterizedTest
  @EnumSource
  void ranksOfTheVersionBeforeAreTakenOver(TestPostgres postgres) {
    var login = postgres.bare();
    migrateToVersionBefore(login);
    try (var database = new Database(DatabaseConfig.of(login))) {
      database.work().update("INSERT INTO view_rank VALUES (?, 'ACTIVE', 7)", KEPT);
      TestPostgres.migrate(database, SIXTEEN);
      assertThat(ranks(database, "account_rank")).containsExactly(KEPT + " ACTIVE 7");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInstanceOfTheVersionBeforeReadsAndWritesTheSameRanks(TestPostgres postgres) {
    var owner = postgres.bare();
    migrateToVersionBefore(owner);
    postgres.execute("DROP ROLE IF EXISTS \"version before\"");
    postgres.execute("CREATE ROLE \"version before\" LOGIN");
    try (var migration = new Database(DatabaseConfig.of(owner));
        var before = new Database(DatabaseConfig.of(asVersionBefore(owner)))) {
      migration
          .work()
          .update("GRANT SELECT, INSERT, UPDATE, DELETE ON view_rank TO \"version before\"");
      before.work().list(OPEN, row -> "", KEPT);
      TestPostgres.migrate(migration, SIXTEEN);
      before.work().list(OPEN, row -> "", OPENED);
      before.work().list(OPEN, row -> "", ERASED);
      before.work().update(CHANGE, KEPT);
      before.work().update(RAISE, OPENED);
      before.work().update(ERASE, ERASED);
      var expected = List.of(KEPT + " CLOSED 0", OPENED + " ACTIVE 9");
      assertThat(ranks(migration, "account_rank")).isEqualTo(expected);
      assertThat(ranks(before, "view_rank")).isEqualTo(expected);
    }
  }

  private static Login asVersionBefore(Login owner) {
    return new Login(owner.url().replace("user=postgres", "user=version%20before"), null, null);
  }

  private static void migrateToVersionBefore(Login login) {
    Flyway.configure()
        .dataSource(ConnectionPools.unpooled(login))
        .javaMigrations(AccountSchema.contribution().migrations().toArray(JavaMigration[]::new))
        .placeholders(ViewsSchema.contribution(SIXTEEN).placeholders())
        .target("202611290831")
        .load()
        .migrate();
  }

  private static List<String> ranks(Database database, String table) {
    return database.work().list(RANKS.replace("$ranks", table), row -> row.getString(1));
  }
}
