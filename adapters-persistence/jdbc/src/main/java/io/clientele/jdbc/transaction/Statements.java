package io.clientele.jdbc.transaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one transaction. Used by one thread. */
public final class Statements {
  private final Connection connection;
  private final int timeoutSeconds;

  Statements(Connection connection, int timeoutSeconds) {
    this.connection = connection;
    this.timeoutSeconds = timeoutSeconds;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads the current row. */
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a statement and returns the number of changed rows. */
  public int update(String sql, @Nullable Object... values) throws SQLException {
    try (var statement = prepared(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Runs a statement once for each list of values, in one batch. */
  public void batch(String sql, List<List<@Nullable Object>> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (var statement = prepared(sql)) {
      for (var values : rows) {
        bind(statement, values.toArray());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Receives one row. */
  @FunctionalInterface
  public interface EachRow {
    /** Receives the current row. */
    void accept(ResultSet row) throws SQLException;
  }

  /** Passes each row of a query on. */
  public void each(String sql, EachRow reader, @Nullable Object... values) throws SQLException {
    try (var statement = prepared(sql)) {
      bind(statement, values);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.accept(rows);
        }
      }
    }
  }

  /** Returns all rows of a query. */
  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    var all = new ArrayList<T>();
    each(sql, rows -> all.add(row.read(rows)), values);
    return all;
  }

  /** Returns the time as stored: microseconds since 1970. */
  public static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  /** Returns the time that is stored as these microseconds since 1970. */
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    var statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(timeoutSeconds);
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
