package io.clientele.jdbc.transaction;

import io.clientele.domain.kernel.PortUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Runs transactions on connections of a data source. Every failure of the database is {@link
 * PortUnavailable}. Safe for use by many threads if the data source is.
 */
public final class Transactions {
  /** A statement that waits for a lock ends after this time. */
  private static final int TIMEOUT_SECONDS = 5;

  /** Two writers may take one unique value at once: the second looks again. */
  private static final int ATTEMPTS = 3;

  private static final String UNIQUE_VIOLATION = "23";

  private final String port;
  private final DataSource source;

  /** Names the port, as an operator knows it. */
  public Transactions(String port, DataSource source) {
    this.port = port;
    this.source = source;
  }

  /** The statements of a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Runs the statements; an exception rolls back. */
    T run(Statements sql) throws SQLException;
  }

  /**
   * Runs a transaction that changes rows. Its first statement must change or lock a row: SQLite
   * then waits for other writers, instead of failing.
   */
  public <T> T write(Work<T> work) {
    return attempted(Connection.TRANSACTION_READ_COMMITTED, work);
  }

  /** Runs a transaction that reads the rows of one instant. */
  public <T> T read(Work<T> work) {
    return attempted(Connection.TRANSACTION_REPEATABLE_READ, work);
  }

  /** Runs a transaction as {@link #write} does, and rolls back. */
  public <T> T rehearse(Work<T> work) {
    try (var connection = source.getConnection()) {
      return run(connection, Connection.TRANSACTION_READ_COMMITTED, Connection::rollback, work);
    } catch (SQLException failure) {
      throw new PortUnavailable(port, failure);
    }
  }

  private <T> T attempted(int isolation, Work<T> work) {
    for (var attempt = 1; ; attempt++) {
      try (var connection = source.getConnection()) {
        return run(connection, isolation, Connection::commit, work);
      } catch (SQLException failure) {
        if (attempt == ATTEMPTS || !isViolation(failure)) {
          throw new PortUnavailable(port, failure);
        }
      }
    }
  }

  private static boolean isViolation(SQLException failure) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith(UNIQUE_VIOLATION);
  }

  /** How a transaction ends. */
  @FunctionalInterface
  private interface End {
    void of(Connection connection) throws SQLException;
  }

  private static <T> T run(Connection connection, int isolation, End end, Work<T> work)
      throws SQLException {
    var before = connection.getTransactionIsolation();
    connection.setTransactionIsolation(isolation);
    connection.setAutoCommit(false);
    try {
      var result = work.run(new Statements(connection, TIMEOUT_SECONDS));
      end.of(connection);
      return result;
    } catch (SQLException | RuntimeException failure) {
      rollBack(connection, failure);
      throw failure;
    } finally {
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(before);
    }
  }

  private static void rollBack(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException also) {
      failure.addSuppressed(also);
    }
  }
}
