package io.clientele.persistence;

import io.clientele.domain.audit.ChainWalk;
import io.clientele.domain.audit.Hash;
import io.clientele.domain.audit.Head;
import io.clientele.domain.audit.Verification.Break;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Heads of the chain as they are stored, and heads that it should hold. */
final class ChainHeads {
  private static final String NEWEST =
      "SELECT number, hash FROM audit_block ORDER BY number DESC LIMIT 1";

  private static final String AT = "SELECT number, hash FROM audit_block WHERE number = ?";

  private static final String STANDING =
      "SELECT " + AuditRow.BLOCK + " FROM audit_block WHERE number = ?";

  private ChainHeads() {}

  static Head newest(Connection connection) throws SQLException {
    return only(Sql.list(connection, NEWEST, row -> head(row.getLong(1), row.getBytes(2))));
  }

  /** The head at this block; {@link Head#NONE} if there is no such block. */
  static Head at(Connection connection, long number) throws SQLException {
    return only(Sql.list(connection, AT, row -> head(row.getLong(1), row.getBytes(2)), number));
  }

  static boolean holds(Connection connection, Head head) throws SQLException {
    return at(connection, head.number()).equals(head);
  }

  /** The fault of the first of these heads that the chain does not hold. */
  static Optional<Break> broken(Connection connection, Collection<Head> known) throws SQLException {
    for (var head : known) {
      if (!holds(connection, head)) {
        var standing = Sql.list(connection, STANDING, AuditRow::block, head.number());
        return Optional.of(
            ChainWalk.broken(head, standing.isEmpty() ? null : standing.getFirst().block()));
      }
    }
    return Optional.empty();
  }

  static Head head(long number, byte[] hash) {
    return new Head(number, Hash.of(hash));
  }

  private static Head only(List<Head> found) {
    return found.isEmpty() ? Head.NONE : found.getFirst();
  }
}
