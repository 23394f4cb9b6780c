package io.clientele.jdbc;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Sharding;
import io.clientele.jdbc.account.search.SearchRows;
import io.clientele.jdbc.transaction.Statements;
import io.clientele.jdbc.transaction.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The tables of this module, all of whose names begin with {@code clientele_}. A tool of your own
 * may run the scripts instead: they are resources of this package, named as Flyway names them, and
 * run once each.
 *
 * {@snippet file="io/clientele/jdbc/SqlSchemaTest.java" region="open" :
 * SqlSchema.migrate(source, new Sharding(6));
 * var accounts = new SqlAccounts(source);
 * var ledger = new SqlViewLedger(source, InstantSource.system());
 * }
 */
public final class SqlSchema {
  private static final List<String> SCRIPTS =
      List.of("V001__accounts_and_views.sql", "V002__lists_and_responses.sql");

  private static final String ADD_HISTORY =
      "CREATE TABLE IF NOT EXISTS clientele_schema (script TEXT PRIMARY KEY)";

  /** Another process that runs the script is awaited. */
  private static final String BEGIN =
      "INSERT INTO clientele_schema (script) VALUES (?) ON CONFLICT DO NOTHING";

  private static final String ADD_SHARD =
      """
      INSERT INTO clientele_view_shard (shard, views, rejected, gone_views, gone_lost)
      VALUES (?, 0, 0, 0, 0)
      ON CONFLICT DO NOTHING
      """;

  private SqlSchema() {}

  /**
   * Creates what is missing of the tables and shards. May run at each start.
   *
   * @throws IllegalStateException if the database has another number of shards, which is fixed when
   *     it is created
   * @throws PortUnavailable if the database is unreachable
   */
  public static void migrate(DataSource source, Sharding shards) {
    var found = new Transactions("the database", source).write(sql -> migrate(sql, shards));
    if (found != shards.count()) {
      throw new IllegalStateException(
          "the database has " + found + " shards, not " + shards.count());
    }
  }

  private static int migrate(Statements sql, Sharding shards) throws SQLException {
    sql.update(ADD_HISTORY);
    for (var script : SCRIPTS) {
      if (sql.update(BEGIN, script) > 0) {
        run(sql, script);
      }
    }
    SearchRows.fill(sql);
    if (count(sql) == 0) {
      for (var shard : shards.all()) {
        sql.update(ADD_SHARD, shard.number());
      }
    }
    return count(sql);
  }

  private static void run(Statements sql, String script) throws SQLException {
    for (var statement : text(script).split(";\n")) {
      sql.update(statement);
    }
  }

  private static int count(Statements sql) throws SQLException {
    return sql.list("SELECT count(*) FROM clientele_view_shard", row -> row.getInt(1)).get(0);
  }

  private static String text(String script) {
    try (var stream = Objects.requireNonNull(SqlSchema.class.getResourceAsStream(script))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
