package io.clientele.persistence.ledger.row;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects arrays to bind, one a column. */
public final class Binds {
  private final Connection connection;
  private final List<Object> arrays = new ArrayList<>();

  public Binds(Connection connection) {
    this.connection = connection;
  }

  /** Adds one column of these rows. */
  public <T> void add(
      String type, List<T> rows, Function<? super T, ? extends @Nullable Object> column)
      throws SQLException {
    arrays.add(connection.createArrayOf(type, rows.stream().map(column).toArray()));
  }

  /** Adds a column of bytes. */
  public void addBytes(byte[] @Nullable [] column) throws SQLException {
    arrays.add(connection.createArrayOf("bytea", column));
  }

  /** Adds an array that exists already. */
  public void add(Object array) {
    arrays.add(array);
  }

  public Object[] all() {
    return arrays.toArray();
  }
}
