package io.clientele.persistence.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Settings of PostgreSQL until the end of one transaction. */
public final class TransactionSettings {
  /**
   * A select list: 10 seconds for a statement, 2 seconds for a lock, and plans that look up each
   * row by an index.
   */
  public static final String LONG_WORK =
      """
      SELECT set_config('statement_timeout', '10s', true), set_config('lock_timeout', '2s', true),
        set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
      """;

  /** A plan for an average value may read a whole table where an index serves this value. */
  private static final String INDEX_ORDER =
      """
      SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true)
      """;

  private TransactionSettings() {}

  /** Allows long statements, and plans that look up each row by an index. */
  public static void allowLongWork(Connection connection) throws SQLException {
    Sql.list(connection, LONG_WORK, row -> "");
  }

  /** Makes plans read rows in the order of an index. */
  public static void readInIndexOrder(Connection connection) throws SQLException {
    Sql.list(connection, INDEX_ORDER, row -> "");
  }
}
