package io.clientele.persistence.testbed;

import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * A transaction elsewhere that holds an old snapshot: until it ends, no deleted row is removed and
 * no index forgets one.
 */
public final class HeldSnapshot implements AutoCloseable {
  private static final Pattern PAGES = Pattern.compile("(?:hit|read)=(\\d+)");

  private final Connection connection;

  private HeldSnapshot(Connection connection) {
    this.connection = connection;
  }

  /** Takes a snapshot of this database. */
  public static HeldSnapshot of(Database database) throws SQLException {
    var connection = DriverManager.getConnection(database.login().url());
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    Sql.list(connection, "SELECT 1", row -> 1);
    return new HeldSnapshot(connection);
  }

  /**
   * Runs a statement, rolls it back, and returns how many pages it touched: a walk over deleted
   * rows touches a page for each.
   */
  public static int pages(Database database, String sql, Object... binds) {
    return database
        .work()
        .rehearsal(
            connection -> {
              TransactionSettings.readInIndexOrder(connection);
              var plan =
                  Sql.list(
                      connection,
                      "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) " + sql,
                      row -> row.getString(1),
                      binds);
              return plan.stream()
                  .filter(line -> line.contains("Buffers:"))
                  .findFirst()
                  .map(HeldSnapshot::sum)
                  .orElse(0);
            });
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** The first line is that of the whole statement. */
  private static int sum(String buffers) {
    return PAGES
        .matcher(buffers)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .sum();
  }
}
