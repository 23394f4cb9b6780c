package io.clientele.jdbc.testbed;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.jdbc.SqlSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A database with the tables of this module. It is made at first use, once for all tests. */
public enum TestDatabase {
  /** A server of its own. */
  POSTGRES {
    @Override
    DataSource made() throws IOException {
      var server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      return server.getPostgresDatabase();
    }

    @Override
    public DataSource away() {
      var nowhere = new PGSimpleDataSource();
      nowhere.setURL("jdbc:postgresql://127.0.0.1:1/none?user=none&loginTimeout=2");
      return nowhere;
    }
  },
  /** A file, with a write-ahead log so that readers do not wait for writers. */
  SQLITE {
    @Override
    DataSource made() throws IOException {
      var folder = Files.createTempDirectory("clientele-jdbc");
      folder.toFile().deleteOnExit();
      return file(folder.resolve("clientele.db"));
    }

    @Override
    public DataSource away() {
      return file(Path.of("no-such-folder", "clientele.db"));
    }
  };

  private static final Sharding SIX = new Sharding(6);
  private static final List<String> TABLES =
      List.of(
          "response",
          "request",
          "account_term",
          "account_metadata",
          "account_audit",
          "account_audit_field",
          "account_event",
          "account",
          "view_writer",
          "view_tombstone",
          "view_total");

  private volatile DataSource source;

  abstract DataSource made() throws IOException;

  /** A database that cannot be reached. */
  public abstract DataSource away();

  /** The database, without accounts, views and writers. */
  public synchronized DataSource emptied() {
    run(
        connection -> {
          try (var statement = connection.createStatement()) {
            for (var table : TABLES) {
              statement.executeUpdate("DELETE FROM clientele_" + table);
            }
            statement.executeUpdate(
                "UPDATE clientele_view_shard"
                    + " SET views = 0, rejected = 0, gone_views = 0, gone_lost = 0");
          }
        });
    return source;
  }

  /** The database as it is. */
  public DataSource source() {
    if (source == null) {
      try {
        var made = made();
        SqlSchema.migrate(made, SIX);
        source = made;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return source;
  }

  /** Returns the number that a query reads. */
  public long number(String query) {
    var number = new AtomicLong();
    run(
        connection -> {
          try (var statement = connection.createStatement();
              var row = statement.executeQuery(query)) {
            row.next();
            number.set(row.getLong(1));
          }
        });
    return number.get();
  }

  /** Stores these views as the only ones. */
  public void replaceViews(Map<AccountId, Long> views) {
    run(
        connection -> {
          try (var delete = connection.createStatement();
              var insert =
                  connection.prepareStatement(
                      "INSERT INTO clientele_view_total (id, views) VALUES (?, ?)")) {
            delete.executeUpdate("DELETE FROM clientele_view_total");
            for (var entry : views.entrySet()) {
              insert.setString(1, entry.getKey().toString());
              insert.setLong(2, entry.getValue());
              insert.executeUpdate();
            }
          }
        });
  }

  /** Runs the action while another transaction locks the shard. */
  public void whileHeld(Shard shard, Runnable action) {
    run(
        connection -> {
          connection.setAutoCommit(false);
          try (var lock =
              connection.prepareStatement(
                  "UPDATE clientele_view_shard SET shard = shard WHERE shard = ?")) {
            lock.setInt(1, shard.number());
            lock.executeUpdate();
            action.run();
          }
          connection.rollback();
        });
  }

  /** Statements on a connection. */
  public interface Work {
    /** Runs them. */
    void run(Connection connection) throws SQLException;
  }

  /** Runs statements on a connection of the database. */
  public void run(Work work) {
    try (var connection = source().getConnection()) {
      work.run(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource file(Path file) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(5_000);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
