package io.clientele.persistence.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.session.SignInNetworks;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.time.Instant;
import java.util.Collection;

/** Networks of sign-ins in PostgreSQL. */
public final class JdbcSignInNetworks implements SignInNetworks {
  private static final String KNOWS =
      "SELECT EXISTS (SELECT FROM sign_in_network WHERE network = ANY (?) AND seen_at > ?)";

  /** Locks the operator's row, so that two sign-ins of one operator make room one by one. */
  private static final String OPERATOR =
      "SELECT 1 FROM operator WHERE id = ? AND status <> 'REMOVED' FOR NO KEY UPDATE";

  private static final String REMEMBER =
      """
      INSERT INTO sign_in_network (operator_id, network, seen_at) VALUES (?, ?, ?)
      ON CONFLICT (operator_id, network)
      DO UPDATE SET seen_at = greatest(sign_in_network.seen_at, excluded.seen_at)
      """;

  private static final String MAKE_ROOM =
      """
      DELETE FROM sign_in_network WHERE operator_id = ? AND network IN (
        SELECT network FROM sign_in_network WHERE operator_id = ? ORDER BY seen_at DESC OFFSET ?)
      """;

  private final Sql sql;

  /** Networks of this database. */
  public JdbcSignInNetworks(Database database) {
    this.sql = database.requests();
  }

  @Override
  public boolean knows(Collection<SecretHash> networks, Instant at) {
    var hashes = networks.stream().map(SecretHash::bytes).toArray(byte[][]::new);
    var since = Timestamps.of(at.minus(KEPT));
    return sql.run(
        connection ->
            Sql.list(
                    connection,
                    KNOWS,
                    row -> row.getBoolean(1),
                    connection.createArrayOf("bytea", hashes),
                    since)
                .getFirst());
  }

  @Override
  public void remember(OperatorId operator, SecretHash network, Instant at) {
    var id = operator.value();
    sql.transaction(
        connection -> {
          if (Sql.list(connection, OPERATOR, row -> "", id).isEmpty()) {
            return 0;
          }
          Sql.update(connection, REMEMBER, id, network.bytes(), Timestamps.of(at));
          return Sql.update(connection, MAKE_ROOM, id, id, MAX);
        });
  }
}
