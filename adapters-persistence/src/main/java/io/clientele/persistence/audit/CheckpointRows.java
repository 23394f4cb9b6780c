package io.clientele.persistence.audit;

import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Checkpoints of verifications of the whole chain as rows. */
final class CheckpointRows {
  private static final String COLUMNS = "began_at, number, hash, entries, verified_at, is_end";

  private static final String NEWEST =
      "SELECT " + COLUMNS + " FROM audit_checkpoint ORDER BY id DESC LIMIT 1";

  private static final String COMPLETED =
      "SELECT " + COLUMNS + " FROM audit_checkpoint WHERE is_end ORDER BY id DESC LIMIT 1";

  private static final String ADD =
      "INSERT INTO audit_checkpoint (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)";

  /** The first that is not in the chain. */
  private static final String FOREIGN =
      """
      SELECT checkpoint.number, checkpoint.hash
      FROM audit_checkpoint AS checkpoint
      LEFT JOIN audit_block AS block ON block.number = checkpoint.number
      WHERE checkpoint.number > 0 AND block.hash IS DISTINCT FROM checkpoint.hash
      ORDER BY checkpoint.number, checkpoint.id
      LIMIT 1
      """;

  private CheckpointRows() {}

  static Optional<VerificationCheckpoint> newest(Sql sql) {
    return one(sql, NEWEST);
  }

  static Optional<VerificationCheckpoint> completed(Sql sql) {
    return one(sql, COMPLETED);
  }

  static void add(Sql sql, VerificationCheckpoint checkpoint) {
    sql.update(
        ADD,
        Timestamps.of(checkpoint.beganAt()),
        checkpoint.head().number(),
        checkpoint.head().hash().bytes(),
        checkpoint.entries(),
        Timestamps.of(checkpoint.verifiedAt()),
        checkpoint.isEnd());
  }

  /** The fault of the first checkpoint that the chain lacks. */
  static Optional<Break> broken(Connection connection) throws SQLException {
    var foreign =
        Sql.list(connection, FOREIGN, row -> ChainHeadRows.head(row.getLong(1), row.getBytes(2)));
    return ChainHeadRows.broken(connection, foreign);
  }

  private static Optional<VerificationCheckpoint> one(Sql sql, String query) {
    return sql
        .list(
            query,
            row ->
                new VerificationCheckpoint(
                    Timestamps.instant(row, 1),
                    ChainHeadRows.head(row.getLong(2), row.getBytes(3)),
                    row.getLong(4),
                    Timestamps.instant(row, 5),
                    row.getBoolean(6)))
        .stream()
        .findFirst();
  }
}
