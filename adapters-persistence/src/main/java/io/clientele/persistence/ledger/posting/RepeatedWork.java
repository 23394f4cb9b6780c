package io.clientele.persistence.ledger.posting;

import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Runs the work of a transaction again when another transaction stored one of its ids first. */
final class RepeatedWork {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final int ATTEMPTS_MAX = 3;

  private final Sql sql;

  RepeatedWork(Sql sql) {
    this.sql = sql;
  }

  /** Returns the error of work that found an id of another transaction without an error. */
  static SQLException overtaken() {
    return new SQLException("another transaction stored an id of the batch", UNIQUE_VIOLATION);
  }

  /** Runs work that commits its transaction; rolls back if it does not. */
  <T> T run(Sql.Work<T> work) {
    for (var attempt = 1; ; attempt++) {
      var isLast = attempt == ATTEMPTS_MAX;
      var result = sql.<@Nullable T>run(connection -> attempt(connection, work, isLast));
      if (result != null) {
        return result;
      }
    }
  }

  private static <T> @Nullable T attempt(Connection connection, Sql.Work<T> work, boolean isLast)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      return work.with(connection);
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState()) || isLast) {
        throw e;
      }
      return null;
    } finally {
      end(connection);
    }
  }

  /** Rolls back an uncommitted transaction; a broken connection needs no rollback. */
  private static void end(Connection connection) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException gone) {
      // The pool replaces the connection.
    }
  }
}
