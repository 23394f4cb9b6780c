package io.clientele.persistence.jdbc;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.PortUnavailable;
import io.opentelemetry.api.OpenTelemetry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * Runs SQL statements. A single statement is a transaction of its own, without another round trip.
 * Throws {@link PortUnavailable} if the database is unavailable, and {@link IllegalStateException}
 * for a statement or stored value that is wrong.
 */
public final class Sql {
  private static final String PORT = "the database";

  /** SQL states of a unique violation and of an exclusion violation. */
  private static final Set<String> VIOLATIONS = Set.of("23505", "23P01");

  private static final Logger LOG = System.getLogger(Sql.class.getName());

  private final DataSource source;
  private final StatementTelemetry statements;
  private final ConnectionShare share;

  /** Creates an instance without telemetry. */
  public Sql(DataSource source) {
    this(source, new StatementTelemetry(OpenTelemetry.noop(), ""), ConnectionShare.WHOLE);
  }

  /** Creates an instance that measures its statements, and takes no more than this share. */
  Sql(DataSource source, StatementTelemetry statements, ConnectionShare share) {
    this.source = source;
    this.statements = statements;
    this.share = share;
  }

  /** Work on a connection. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T with(Connection connection) throws SQLException;
  }

  /** Maps the current row to a value. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Consumes the current row. */
  @FunctionalInterface
  public interface Each {
    void take(ResultSet row) throws SQLException;
  }

  /** Returns all rows of a query. */
  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... binds) {
    return run(connection -> list(connection, sql, row, binds));
  }

  /** Runs a statement; returns the number of changed rows. */
  public int update(String sql, @Nullable Object... binds) {
    return run(connection -> update(connection, sql, binds));
  }

  /** Runs work in auto-commit mode: each statement is a transaction. */
  public <T extends @Nullable Object> T run(Work<T> work) {
    try (var _ = share.enter();
        var connection = source.getConnection()) {
      return statements.within(() -> work.with(connection));
    } catch (SQLException e) {
      throw fault(e);
    } catch (InvalidValue e) {
      throw new IllegalStateException("a stored row breaks a rule of its value", e);
    }
  }

  /** Runs work in one transaction. */
  public <T extends @Nullable Object> T transaction(Work<T> work) {
    return run(connection -> within(connection, work, result -> true));
  }

  /** Runs work in one transaction, which is rolled back unless its result is accepted. */
  public <T> T transactionIf(Predicate<? super T> isAccepted, Work<T> work) {
    return run(connection -> within(connection, work, isAccepted));
  }

  /** Runs work in a transaction that is rolled back, for a dry run. */
  public <T extends @Nullable Object> T rehearsal(Work<T> work) {
    return run(connection -> within(connection, work, result -> false));
  }

  private static <T extends @Nullable Object> T within(
      Connection connection, Work<T> work, Predicate<? super T> isAccepted) throws SQLException {
    connection.setAutoCommit(false);
    var isDone = false;
    try {
      var result = work.with(connection);
      if (isAccepted.test(result)) {
        StatementTelemetry.run(
            "COMMIT",
            () -> {
              connection.commit();
              return true;
            });
        isDone = true;
      }
      return result;
    } finally {
      end(connection, isDone);
    }
  }

  public static <T> List<T> list(
      Connection connection, String sql, Row<T> row, @Nullable Object... binds)
      throws SQLException {
    var all = new ArrayList<T>();
    each(connection, sql, set -> all.add(row.read(set)), binds);
    return all;
  }

  public static void each(Connection connection, String sql, Each each, @Nullable Object... binds)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      each(statement, sql, each, binds);
    }
  }

  public static void each(
      PreparedStatement statement, String sql, Each each, @Nullable Object... binds)
      throws SQLException {
    bind(statement, binds);
    try (var rows = StatementTelemetry.run(sql, statement::executeQuery)) {
      while (rows.next()) {
        each.take(rows);
      }
    }
  }

  /** Runs several queries in one round trip, each in a snapshot and with a consumer of its own. */
  public static void queries(
      Connection connection, String sql, List<Each> consumers, @Nullable Object... binds)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, binds);
      StatementTelemetry.run(sql, statement::execute);
      for (var consumer : consumers) {
        for (var rows = statement.getResultSet(); rows.next(); ) {
          consumer.take(rows);
        }
        statement.getMoreResults(); // closes the rows
      }
    }
  }

  public static int update(Connection connection, String sql, @Nullable Object... binds)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, binds);
      return StatementTelemetry.run(sql, statement::executeUpdate);
    }
  }

  /** Binds a {@code uuid[]}. */
  public static Object uuids(Connection connection, Collection<UUID> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }

  /** Translates an SQL error to the exception of the port. */
  public static RuntimeException fault(SQLException e) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    var isOurs = state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
    return isOurs
        ? new IllegalStateException("the database refuses the statement: " + state, e)
        : new PortUnavailable(PORT, e);
  }

  /**
   * Returns the name of the unique key or exclusion constraint that a statement violates. Throws
   * the error if it is another one.
   */
  public static String violated(SQLException e) throws SQLException {
    var told = e instanceof PSQLException of ? of.getServerErrorMessage() : null;
    var constraint = told == null ? null : told.getConstraint();
    if (constraint == null || !VIOLATIONS.contains(String.valueOf(e.getSQLState()))) {
      throw e;
    }
    return constraint;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... binds)
      throws SQLException {
    for (var i = 0; i < binds.length; i++) {
      statement.setObject(i + 1, binds[i]);
    }
  }

  /**
   * Ends the transaction. A failure here is only logged, so that the failure of the work is
   * reported; the pool discards a broken connection.
   */
  private static void end(Connection connection, boolean isDone) {
    try {
      if (!isDone) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "the connection of a transaction is lost", e);
    }
  }
}
