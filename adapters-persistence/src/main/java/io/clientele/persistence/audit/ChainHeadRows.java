package io.clientele.persistence.audit;

import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainVerifier;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Stored heads of the chain, and heads that it should contain. */
final class ChainHeadRows {
  private static final String NEWEST =
      "SELECT number, hash FROM audit_block ORDER BY number DESC LIMIT 1";

  private static final String AT = "SELECT number, hash FROM audit_block WHERE number = ?";

  private static final String STANDING =
      "SELECT " + AuditRow.BLOCK + " FROM audit_block WHERE number = ?";

  private ChainHeadRows() {}

  static ChainHead newest(Connection connection) throws SQLException {
    return only(Sql.list(connection, NEWEST, row -> head(row.getLong(1), row.getBytes(2))));
  }

  /** The head at this block; {@link ChainHead#NONE} if there is no such block. */
  static ChainHead at(Connection connection, long number) throws SQLException {
    return only(Sql.list(connection, AT, row -> head(row.getLong(1), row.getBytes(2)), number));
  }

  static boolean holds(Connection connection, ChainHead head) throws SQLException {
    return at(connection, head.number()).equals(head);
  }

  /** The fault of the first of these heads that the chain lacks. */
  static Optional<Break> broken(Connection connection, Collection<ChainHead> known)
      throws SQLException {
    for (var head : known) {
      if (!holds(connection, head)) {
        var standing = Sql.list(connection, STANDING, AuditRow::block, head.number());
        return Optional.of(
            ChainVerifier.broken(head, standing.isEmpty() ? null : standing.getFirst().block()));
      }
    }
    return Optional.empty();
  }

  static ChainHead head(long number, byte[] hash) {
    return new ChainHead(number, Sha256Hash.of(hash));
  }

  private static ChainHead only(List<ChainHead> found) {
    return found.isEmpty() ? ChainHead.NONE : found.getFirst();
  }
}
