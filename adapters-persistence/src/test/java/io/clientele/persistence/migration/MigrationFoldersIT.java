package io.clientele.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.Sharding;
import io.clientele.persistence.account.AccountSchema;
import io.clientele.persistence.jdbc.ConnectionPools;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.testbed.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests databases of versions that had all migrations in one folder. */
class MigrationFoldersIT {
  private static final Sharding SIXTEEN = new Sharding(16);

  private static final String HISTORY =
      """
      SELECT concat_ws(' ', installed_rank, version, type, coalesce(checksum::text, 'null'), description)
      FROM flyway_schema_history ORDER BY installed_rank
      """;

  private static final String OLD_RESPONSES =
      """
      INSERT INTO kept_answer (key, kept_at, body_hash, status, location, tag, body)
      VALUES (sha256('1'), now(), 'b0', 201, '/v1/accounts/1', '"1"', '{}'),
        (sha256('2'), now() + interval '1 s', 'b0', 200, NULL, NULL, '[]'),
        (sha256('3'), now() + interval '2 s', NULL, 201, NULL, NULL, NULL)
      """;

  private static final String RESPONSES =
      """
      SELECT coalesce(media_type || ' ' || convert_from(response, 'UTF8'), 'emptied') FROM kept_answer
      ORDER BY kept_at
      """;

  private static final MigrationVersion LAST_OF_ONE_FOLDER = MigrationVersion.fromVersion("083");

  @TempDir private Path flat;

  @ParameterizedTest
  @EnumSource
  void aDatabaseMigratedFromOneFolderIsUpToDate(TestPostgres postgres) throws IOException {
    var login = postgres.bare();
    migrateFromOneFolder(login);
    try (var database = new Database(DatabaseConfig.of(login))) {
      var before = history(database);
      assertThat(before).hasSize(17).contains("10 060 JDBC null fold anew");
      TestPostgres.migrate(database, SIXTEEN);
      assertThat(history(database)).startsWith(before.toArray(String[]::new));
      assertThat(database.isReady()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyDatabaseGetsTheSameHistory(TestPostgres postgres) throws IOException {
    var login = postgres.bare();
    migrateFromOneFolder(login);
    try (var old = new Database(DatabaseConfig.of(login));
        var database = postgres.migrated()) {
      assertThat(history(database)).startsWith(history(old).toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMigrationOlderThanAnAppliedOneIsApplied(TestPostgres postgres) {
    try (var database = postgres.migrated()) {
      database.work().update("DROP TABLE refused_sign_in");
      database.work().update("DELETE FROM flyway_schema_history WHERE version = '082'");
      TestPostgres.migrate(database, SIXTEEN);
      assertThat(history(database)).last().asString().contains(" 082 SQL ");
    }
  }

  /** The test of the HTTP adapter compares its encoding with this text. */
  @ParameterizedTest
  @EnumSource
  void aResponseStoredEarlierBecomesBytes(TestPostgres postgres) throws IOException {
    var login = postgres.bare();
    migrateFromOneFolder(login);
    try (var database = new Database(DatabaseConfig.of(login))) {
      database.work().update(OLD_RESPONSES);
      TestPostgres.migrate(database, SIXTEEN);
      assertThat(database.work().list(RESPONSES, row -> row.getString(1)))
          .containsExactly(
              "message/http HTTP/1.1 201 \r\nLocation: /v1/accounts/1\r\nETag: \"1\"\r\n\r\n{}",
              "message/http HTTP/1.1 200 \r\n\r\n[]",
              "emptied");
    }
  }

  private void migrateFromOneFolder(Login login) throws IOException {
    for (var file : FrozenMigrations.digests().keySet()) {
      Files.copy(FrozenMigrations.FOLDER.resolve(file), flat.resolve(file.getFileName()));
    }
    Flyway.configure()
        .dataSource(ConnectionPools.unpooled(login))
        .locations("filesystem:" + flat)
        .javaMigrations(
            AccountSchema.contribution().migrations().stream()
                .filter(migration -> migration.getVersion().compareTo(LAST_OF_ONE_FOLDER) <= 0)
                .toArray(JavaMigration[]::new))
        .placeholders(Map.of("shards", "16"))
        .load()
        .migrate();
  }

  private static List<String> history(Database database) {
    return database.work().list(HISTORY, row -> row.getString(1));
  }
}
