package io.clientele.persistence.testbed;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.Sharding;
import io.clientele.persistence.account.AccountSchema;
import io.clientele.persistence.audit.AuditSchema;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.crypto.DataKeys;
import io.clientele.persistence.event.EventSchema;
import io.clientele.persistence.hook.HookSchema;
import io.clientele.persistence.identity.ApiKeyEraser;
import io.clientele.persistence.identity.IdentitySchema;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.LedgerSchema;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.migration.SchemaMigration;
import io.clientele.persistence.views.StoredShardCount;
import io.clientele.persistence.views.ViewsSchema;
import io.clientele.persistence.webhook.WebhookSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarInputStream;

/** A real server for a whole run of the suite; every test class has databases of its own in it. */
public enum TestPostgres {
  /** The newest supported version. */
  V18,
  /** The oldest supported version. */
  V15;

  private static final Sharding SIXTEEN = new Sharding(16);
  static final DataKeys KEYS = DataKeys.parse("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
  public static final ChangeStore CHANGES = new ChangeStore(KEYS);
  public static final Set<PersonalDataEraser> ERASERS = Set.of(new ApiKeyEraser());
  private static final AtomicInteger MADE = new AtomicInteger();

  @SuppressWarnings("ImmutableEnumChecker")
  private EmbeddedPostgres server;

  private boolean hasTemplate;
  private SharedDatabase shared;

  /** Starts the server at first use; it stops with the JVM. */
  public synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        var builder =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_parameter_max_length", "0")
                .setServerConfig("log_parameter_max_length_on_error", "0")
                .setLocaleConfig("locale", "C");
        if (this == V15) {
          builder.setPgBinaryResolver(packed(Path.of(System.getProperty("clientele.postgres15"))));
        }
        server = builder.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }

  /** An empty database without tables. */
  public Login bare() {
    return database("");
  }

  /** Creates or migrates the tables, and compares the number of shards. */
  public static void migrate(Database database, Sharding shards) {
    var contributions =
        List.of(
            AccountSchema.contribution(),
            AuditSchema.contribution(),
            SchemaContribution.of("care"),
            EventSchema.contribution(),
            HookSchema.contribution(),
            IdentitySchema.contribution(),
            LedgerSchema.contribution(),
            SchemaContribution.of("product"),
            SchemaContribution.of("order"),
            SchemaContribution.of("task"),
            SchemaContribution.of("operation"),
            SchemaContribution.of("notice"),
            ViewsSchema.contribution(shards),
            WebhookSchema.contribution());
    new SchemaMigration(database, contributions).run();
    new StoredShardCount(database).require(shards);
  }

  /** Creates a migrated database with 16 shards, for this caller alone. */
  public Database migrated() {
    var database = new Database(DatabaseConfig.of(database(" TEMPLATE " + template())));
    new StoredShardCount(database).require(SIXTEEN);
    return database;
  }

  /** Returns the shared database, emptied. */
  public synchronized Database emptied() {
    if (shared == null) {
      shared = new SharedDatabase(migrated());
    }
    shared.empty();
    return shared.database();
  }

  /** Returns the shared database without emptying it. */
  public synchronized Database shared() {
    return shared == null ? emptied() : shared.database();
  }

  /** Runs statements as a superuser for whom no trigger fires, which no service may do. */
  public static void tamper(Database database, String... statements) {
    database
        .work()
        .transaction(
            connection -> {
              Sql.update(connection, "SET LOCAL session_replication_role = replica");
              for (var statement : statements) {
                Sql.update(connection, statement);
              }
              return null;
            });
  }

  /** Stores this account as erased, without an entry in the audit. */
  public static void erase(Database database, AccountId account) {
    database
        .work()
        .update(
            "INSERT INTO account (id, version, status, created_at, updated_at, erased_at)"
                + " VALUES (?, 1, 'CLOSED', now(), now(), now()) ON CONFLICT DO NOTHING",
            account.value());
  }

  /** Erases an account and destroys the key of its personal data. */
  public static void forget(Database database, AccountId account) {
    erase(database, account);
    database
        .work()
        .transaction(
            connection -> {
              CHANGES.subjectKeys().destroy(connection, account);
              return true;
            });
  }

  /** Returns a database on a port without a server. A call waits until its pool gives up. */
  public static Database unreachable() {
    return new Database(
        DatabaseConfig.of(new Login("jdbc:postgresql://127.0.0.1:1/none", "none", null)));
  }

  /** Returns an unreachable database whose pools are closed, so that calls fail at once. */
  public static Database away() {
    var database = unreachable();
    database.close();
    return database;
  }

  private synchronized String template() {
    if (!hasTemplate) {
      execute("CREATE DATABASE migrated");
      try (var database = new Database(DatabaseConfig.of(login("migrated")))) {
        migrate(database, SIXTEEN);
      }
      hasTemplate = true;
    }
    return "migrated";
  }

  private Login database(String like) {
    var name = "test_" + MADE.incrementAndGet();
    execute("CREATE DATABASE " + name + like);
    return login(name);
  }

  Login login(String database) {
    return new Login(server().getJdbcUrl("postgres", database), null, null);
  }

  public void execute(String sql) {
    try (var connection = server().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The archive inside a jar of binaries that is not on the class path: two versions have one name.
   */
  private static PgBinaryResolver packed(Path jar) {
    return (system, architecture) -> {
      var entries = new JarInputStream(Files.newInputStream(jar));
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          return (InputStream) entries;
        }
      }
      throw new IOException("no binaries in " + jar);
    };
  }
}
