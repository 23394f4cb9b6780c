package io.clientele.persistence.audit;

import io.clientele.domain.audit.chain.ChainVerifier;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads pages of blocks with their entries in one snapshot of the database, so that entries that
 * arrive meanwhile do not matter. Keeps one block in memory.
 */
final class BlockPageReader {
  private static final long MINUTES_MAX = 10;
  private static final int PAGE_BLOCKS = 500;
  private static final int FETCH_ROWS = 2_000;

  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  /** Nested loops read each entry by its key; with old statistics other joins read whole parts. */
  private static final String LOOPS =
      """
      SELECT set_config('statement_timeout', '60s', true), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true)
      """;

  private static final String ANY_JOIN = "SELECT set_config('enable_hashjoin', 'on', true)";

  private static final String BLOCKS =
      "SELECT "
          + BlockAssembler.COLUMNS
          + """
           FROM audit_block AS block
          CROSS JOIN LATERAL unnest(block.ids, block.times, block.hashes)
            WITH ORDINALITY AS link (id, at, hash, place)
          LEFT JOIN audit_entry AS entry
            ON entry.at = link.at AND entry.id = link.id AND link.at >= ? AND link.at < ?
          WHERE block.number >= ? AND block.number < ?
          ORDER BY block.number, link.place
          """;

  private final Connection connection;
  private final RecordTables tables;
  private final long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_MAX);

  private BlockPageReader(Connection connection, RecordTables tables) {
    this.connection = connection;
    this.tables = tables;
  }

  /** The pages of a snapshot that is taken now. */
  static BlockPageReader snapshot(Connection connection, RecordTables tables) throws SQLException {
    Sql.update(connection, SNAPSHOT);
    return new BlockPageReader(connection, tables);
  }

  /**
   * Walks over blocks, both ends included, and compares the entries of this time.
   *
   * @return the first fault
   */
  Optional<Break> walk(
      ChainVerifier walk, long first, long last, OffsetDateTime from, OffsetDateTime to)
      throws SQLException {
    Sql.list(connection, LOOPS, row -> "");
    var blocks = new BlockAssembler(walk, ids -> tables.find(connection, ids));
    var begin = first;
    try (var statement = connection.prepareStatement(BLOCKS)) {
      statement.setFetchSize(FETCH_ROWS);
      for (; begin <= last && blocks.broken().isEmpty(); begin += PAGE_BLOCKS) {
        requireTime();
        var end = Math.min(begin + PAGE_BLOCKS, last + 1);
        Sql.each(statement, BLOCKS, blocks::take, from, to, begin, end);
      }
    }
    Sql.list(connection, ANY_JOIN, row -> "");
    return blocks.end(last);
  }

  void requireTime() throws SQLException {
    if (System.nanoTime() - deadline > 0) {
      throw new SQLTimeoutException("the time range is too long to be verified in time");
    }
  }
}
