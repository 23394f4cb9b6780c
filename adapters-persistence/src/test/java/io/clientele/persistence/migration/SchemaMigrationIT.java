package io.clientele.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.views.Sharding;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.persistence.views.ShardCountMismatch;
import io.clientele.persistence.views.StoredShardCount;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaMigrationIT {
  private static final Sharding SIXTEEN = new Sharding(16);

  @ParameterizedTest
  @EnumSource
  void anEmptyDatabaseGetsTablesAndAnIdentity(TestPostgres postgres) {
    try (var database = new Database(DatabaseConfig.of(postgres.bare()))) {
      assertThat(database.isReady()).isFalse();
      TestPostgres.migrate(database, SIXTEEN);
      assertThat(database.isReady()).isTrue();
      assertThat(new StoredShardCount(database).shards()).isEqualTo(new Sharding(16, 4));
      assertThat(count(database, "view_shard")).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSecondMigrationChangesNothing(TestPostgres postgres) {
    var login = postgres.bare();
    try (var database = new Database(DatabaseConfig.of(login))) {
      TestPostgres.migrate(database, SIXTEEN);
      var id = database.id();
      var migrations = count(database, "flyway_schema_history");
      try (var again = new Database(DatabaseConfig.of(login))) {
        TestPostgres.migrate(again, SIXTEEN);
        assertThat(again.id()).isEqualTo(id);
        assertThat(count(again, "flyway_schema_history")).isEqualTo(migrations);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherNumberOfShardsIsRefused(TestPostgres postgres) {
    var login = postgres.bare();
    try (var database = new Database(DatabaseConfig.of(login))) {
      TestPostgres.migrate(database, SIXTEEN);
      assertThatThrownBy(() -> TestPostgres.migrate(database, new Sharding(8)))
          .isInstanceOf(ShardCountMismatch.class)
          .hasMessageContaining("16")
          .hasMessageContaining("8");
      assertThatThrownBy(() -> new StoredShardCount(database).require(new Sharding(17)))
          .isInstanceOf(ShardCountMismatch.class);
      assertThat(count(database, "view_shard")).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @EnumSource
  void concurrentProcessesCanMigrate(TestPostgres postgres) throws Exception {
    var login = postgres.bare();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<UUID>> runs =
          IntStream.range(0, 4).<Callable<UUID>>mapToObj(i -> () -> migrated(login)).toList();
      var ids = threads.invokeAll(runs);
      for (var id : ids) {
        assertThat(id.get()).isEqualTo(ids.getFirst().get());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theGrantsOfTheServicesRoleSuffice(TestPostgres postgres) {
    var owner = postgres.bare();
    postgres.execute("DROP ROLE IF EXISTS clientele_service");
    postgres.execute("CREATE ROLE clientele_service LOGIN");
    var service =
        new Login(owner.url().replace("user=postgres", "user=clientele_service"), null, null);
    var config = DatabaseConfig.of(service, owner, DatabaseConfig.Pooler.NONE);
    try (var database = new Database(config)) {
      TestPostgres.migrate(database, SIXTEEN);
      assertThat(setting(database, "current_user")).isEqualTo("clientele_service");
      assertThat(setting(database, "current_setting('statement_timeout')")).isEqualTo("1500ms");
      assertThat(setting(database, "current_setting('lock_timeout')")).isEqualTo("500ms");
      assertThat(count(database, "account")).isZero();
      assertThatThrownBy(() -> database.work().update("DROP TABLE account"))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theServicesRoleIsCreatedIfAbsent(TestPostgres postgres) {
    var owner = postgres.bare();
    postgres.execute("DROP ROLE IF EXISTS \"made by'us\"");
    var address = owner.url().replace("user=postgres", "ssl=false");
    var service = new Login(address, "made by'us", "it's \"hers\"");
    try (var database =
        new Database(DatabaseConfig.of(service, owner, DatabaseConfig.Pooler.NONE))) {
      TestPostgres.migrate(database, SIXTEEN);
      assertThat(setting(database, "current_user")).isEqualTo("made by'us");
      assertThat(count(database, "account")).isZero();
    }
    try (var asOwner = new Database(DatabaseConfig.of(owner))) {
      var password = "(SELECT rolpassword FROM pg_authid WHERE rolname = 'made by''us')";
      var made = setting(asOwner, password);
      assertThat(made).startsWith("SCRAM-SHA-256$");
      var other = new Login(address, "made by'us", "another password");
      try (var again = new Database(DatabaseConfig.of(other, owner, DatabaseConfig.Pooler.NONE))) {
        TestPostgres.migrate(again, SIXTEEN);
      }
      assertThat(setting(asOwner, password)).isEqualTo(made);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRoleWithoutDdlUsesExistingTables(TestPostgres postgres) {
    var owner = postgres.bare();
    var service = new Login(owner.url().replace("user=postgres", "ssl=false"), "taker", "secret");
    try (var database =
        new Database(DatabaseConfig.of(service, owner, DatabaseConfig.Pooler.NONE))) {
      TestPostgres.migrate(database, SIXTEEN);
    }
    try (var database = new Database(DatabaseConfig.of(service))) {
      TestPostgres.migrate(database, SIXTEEN);
      assertThat(database.isReady()).isTrue();
      assertThatThrownBy(() -> TestPostgres.migrate(database, new Sharding(8)))
          .isInstanceOf(ShardCountMismatch.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void viewsOfTheNextTwoYearsHavePartitions(TestPostgres postgres) {
    try (var database = postgres.migrated()) {
      var parts =
          database
              .work()
              .list(
                  "SELECT count(*) FROM pg_inherits WHERE inhparent = 'view_hour'::regclass",
                  row -> row.getInt(1));
      assertThat(parts).containsExactly(26);
    }
  }

  private static UUID migrated(Login login) {
    try (var database = new Database(DatabaseConfig.of(login))) {
      TestPostgres.migrate(database, SIXTEEN);
      return database.id();
    }
  }

  private static long count(Database database, String table) {
    return database.work().list("SELECT count(*) FROM " + table, row -> row.getLong(1)).getFirst();
  }

  private static String setting(Database database, String expression) {
    return database.work().list("SELECT " + expression, row -> row.getString(1)).getFirst();
  }
}
