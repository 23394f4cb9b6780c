package io.clientele.persistence.audit;

import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows from a table of entries that wait for a block. A scan that leaves rows is continued by
 * their numbers. Used under the lock of the chain; its state only saves work.
 */
final class PendingQueue {
  private final Statements statements;
  private final Sql.Row<Row> row;

  /** The largest number that an unfinished scan has taken; 0 if there is none. */
  private long takenTo;

  PendingQueue(Statements statements, Sql.Row<Row> row) {
    this.statements = statements;
    this.row = row;
  }

  /**
   * The queries of a queue. Each takes a largest number of rows last.
   *
   * @param byNumber takes the number after which rows are read
   * @param sinceSnapshot takes a snapshot twice, and reads the rows that it does not see
   * @param done deletes rows by their numbers
   */
  record Statements(String byNumber, String sinceSnapshot, String done) {}

  /** A row of the queue with its entries. */
  record Row(List<ChainBlock.Link> links, long number) {}

  /**
   * Rows of one scan.
   *
   * @param isWhole whether no row is left that the scan saw
   */
  record Taken(List<Row> rows, boolean isWhole) {
    int entries() {
      return rows.stream().mapToInt(row -> row.links().size()).sum();
    }
  }

  /** Whether the last scan left rows. */
  boolean isUnfinished() {
    return takenTo > 0;
  }

  /**
   * Takes rows with this many entries in all.
   *
   * @param since the snapshot of an earlier scan; null to read the whole queue
   */
  Taken take(Connection connection, @Nullable String since, int room) throws SQLException {
    var continues = isUnfinished();
    var found = found(connection, since, room + 1);
    var count = 0;
    for (var left = room; count < found.size(); count++) {
      left -= found.get(count).links().size();
      if (left < 0) {
        break;
      }
    }
    var isAll = count == found.size();
    takenTo = isAll || count == 0 ? 0 : found.get(count - 1).number();
    return new Taken(found.subList(0, count), isAll && !continues);
  }

  void remove(Connection connection, Taken taken) throws SQLException {
    if (!taken.rows().isEmpty()) {
      var numbers = taken.rows().stream().map(Row::number).toArray();
      Sql.update(connection, statements.done(), connection.createArrayOf("bigint", numbers));
    }
  }

  private List<Row> found(Connection connection, @Nullable String since, int limit)
      throws SQLException {
    return takenTo > 0 || since == null
        ? Sql.list(connection, statements.byNumber(), row, takenTo, limit)
        : Sql.list(connection, statements.sinceSnapshot(), row, since, since, limit);
  }
}
