package io.clientele.persistence.change;

import io.clientele.persistence.change.ChainedRecords.ChainedRecord;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Queues records for the chain of the audit, in the transaction that stores them: one row for all
 * of them. The row has their hashes, so a record that is altered before it is chained is found,
 * too.
 */
public final class ChainQueue {
  /** The largest number of records of a row. */
  public static final int RECORDS_MAX = 200;

  private static final String APPEND =
      """
      INSERT INTO audit_pending_batch (size, times, ids, rests, digests)
      SELECT cardinality(ids), times, ids, rests, digests
      FROM (SELECT ?::timestamptz[] AS times, ?::uuid[] AS ids, ?::bytea[] AS rests, ?::bytea[] AS digests) AS batch
      WHERE cardinality(ids) > 0\
      """;

  private ChainQueue() {}

  /**
   * Returns the statement that appends a row of the arrays of {@link #binds}, or none of empty
   * arrays.
   */
  public static String append() {
    return APPEND;
  }

  /**
   * Returns the arrays that {@link #append} takes.
   *
   * @param records at most {@value #RECORDS_MAX}, in the order in which they are chained
   */
  public static List<Object> binds(Connection connection, List<ChainedRecord> records)
      throws SQLException {
    if (records.size() > RECORDS_MAX) {
      throw new IllegalArgumentException("too many records for one row");
    }
    return List.of(
        array(connection, "timestamptz", records, record -> Timestamps.of(record.at())),
        array(connection, "uuid", records, ChainedRecord::id),
        connection.createArrayOf(
            "bytea", records.stream().map(ChainedRecord::rest).toArray(byte[][]::new)),
        connection.createArrayOf(
            "bytea", records.stream().map(ChainedRecord::digest).toArray(byte[][]::new)));
  }

  private static Object array(
      Connection connection,
      String type,
      List<ChainedRecord> records,
      Function<ChainedRecord, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, records.stream().map(column).toArray());
  }
}
