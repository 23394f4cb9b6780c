package io.clientele.benchmark.server;

import io.clientele.domain.views.Sharding;
import io.clientele.persistence.account.AccountSchema;
import io.clientele.persistence.audit.AuditSchema;
import io.clientele.persistence.event.EventSchema;
import io.clientele.persistence.identity.IdentitySchema;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.migration.SchemaMigration;
import io.clientele.persistence.views.ViewsSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL with a million accounts, set as a small one in earnest would be. */
public final class SeededPostgres implements AutoCloseable {
  public static final int ACCOUNTS = Integer.getInteger("accounts", 1_000_000);

  /** The ranks are those of the totals: no search for changes takes all of them. */
  private static final String RANKED =
      """
      UPDATE account_ranking
      SET seen_to = pg_snapshot_xmin(pg_current_snapshot()), seen_views = (SELECT views FROM views_published_sum)
      """;

  private final EmbeddedPostgres server;
  private final Path data;

  private SeededPostgres(EmbeddedPostgres server, Path data) {
    this.server = server;
    this.data = data;
  }

  /** Commits are durable. No checkpoint begins by itself while something is measured. */
  public static SeededPostgres start(Path folder) throws IOException {
    var data = folder.resolve("postgres-" + ACCOUNTS);
    var log = Redirect.to(folder.resolve("postgres.log").toFile());
    var server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(folder.resolve("bin").toFile())
            .setPGStartupWait(Duration.ofMinutes(2))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("wal_compression", System.getProperty("wal.compression", "off"))
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "8GB")
            .setServerConfig("checkpoint_timeout", "1h")
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .start();
    return new SeededPostgres(server, data);
  }

  public String url() {
    return "postgresql://postgres@127.0.0.1:" + port() + "/postgres";
  }

  public DatabaseConfig config() {
    return DatabaseConfig.of(new Login("jdbc:" + url().replace("postgres@", ""), "postgres", null));
  }

  int port() {
    return server.getPort();
  }

  /** Without the limits that the migration gives the service's role. */
  public Connection connect() throws SQLException {
    var connection = server.getPostgresDatabase().getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = 0");
    }
    return connection;
  }

  /** The first of its processes, from which the others descend. */
  public ProcessHandle process() throws IOException {
    var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** Waits until it has buried the processes of clients that are gone, and so counts their time. */
  public void settle() throws IOException, SQLException, InterruptedException {
    var sessions = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pgbench'";
    while (number(sessions) > 0) {
      Thread.sleep(50);
    }
    Thread.sleep(500);
  }

  /** What a query says, as one number. */
  public double number(String query) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      return number(statement, query);
    }
  }

  public void run(String command) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  /** Runs a script of this package, statement by statement. */
  public void runScript(String name) throws IOException, SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      for (var part : script(name).split(";\\n")) {
        statement.execute(part);
      }
    }
  }

  /** Makes the tables and, unless an earlier run has, the accounts. */
  public void seed() throws IOException, SQLException {
    try (var database = new Database(config())) {
      var contributions =
          List.of(
              AccountSchema.contribution(),
              AuditSchema.contribution(),
              EventSchema.contribution(),
              IdentitySchema.contribution(),
              ViewsSchema.contribution(new Sharding(16)));
      new SchemaMigration(database, contributions).run();
    }
    try (var connection = connect();
        var statement = connection.createStatement()) {
      if (number(statement, "SELECT count(*) FROM account") < ACCOUNTS) {
        System.out.println("making " + ACCOUNTS + " accounts: some minutes");
        connection.setAutoCommit(false);
        makeAccounts(statement);
        connection.commit();
        connection.setAutoCommit(true);
        statement.execute(RANKED);
      }
      statement.execute("VACUUM (ANALYZE)");
      statement.execute("CHECKPOINT");
    }
  }

  /** Indexes are faster made of a million rows than filled row by row. */
  private static void makeAccounts(Statement statement) throws IOException, SQLException {
    statement.execute("TRUNCATE account, account_terms, view_total, account_rank");
    var indexes = withoutIndexes(statement);
    statement.execute(script("accounts.sql").replace("1000000", "" + ACCOUNTS));
    for (var index : indexes) {
      statement.execute(index);
    }
  }

  /** Takes the indexes away that no constraint stands on, and tells how to make them. */
  private static List<String> withoutIndexes(Statement statement) throws SQLException {
    var made = new ArrayList<String>();
    var names = new ArrayList<String>();
    try (var rows =
        statement.executeQuery(
            """
            SELECT indexname, indexdef FROM pg_indexes
            WHERE tablename IN ('account', 'account_rank') AND indexname NOT LIKE '%_pkey'
            """)) {
      while (rows.next()) {
        names.add(rows.getString(1));
        made.add(rows.getString(2));
      }
    }
    statement.execute("DROP INDEX " + String.join(", ", names));
    return made;
  }

  private static double number(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getDouble(1);
    }
  }

  /** A resource of this package. */
  static String script(String name) throws IOException {
    try (var stream = SeededPostgres.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("no " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
