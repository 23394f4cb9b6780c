package io.clientele.persistence.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects arrays to bind, one a column. */
final class Binds {
  private final Connection connection;
  private final List<Object> arrays = new ArrayList<>();

  Binds(Connection connection) {
    this.connection = connection;
  }

  /** Adds one column of these rows. */
  <T> void add(String type, List<T> rows, Function<? super T, ? extends @Nullable Object> column)
      throws SQLException {
    arrays.add(connection.createArrayOf(type, rows.stream().map(column).toArray()));
  }

  /** Adds a column of bytes. */
  void addBytes(byte[] @Nullable [] column) throws SQLException {
    arrays.add(connection.createArrayOf("bytea", column));
  }

  Object[] all() {
    return arrays.toArray();
  }
}
