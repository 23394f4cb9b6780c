package io.clientele.persistence.migration;

import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.jdbc.Sql;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Creates the service's role, as the owner of an empty database. */
final class ServiceRole {
  private static final Logger LOG = System.getLogger(ServiceRole.class.getName());
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('clientele'))";
  private static final String IS_THERE = "SELECT 1 FROM pg_roles WHERE rolname = ?";
  private static final String QUOTED = "SELECT quote_ident(?)";

  private final DataSource owner;

  ServiceRole(DataSource owner) {
    this.owner = owner;
  }

  /** A role that is there is left as it is, its password too. */
  void makeFor(Login service) {
    var user = service.user();
    var password = service.password();
    if (user != null && !user.isEmpty() && password != null && !password.isEmpty()) {
      new Sql(owner)
          .transaction(
              connection -> {
                Sql.list(connection, ALONE, row -> true);
                if (Sql.list(connection, IS_THERE, row -> true, user).isEmpty()) {
                  make(connection, user, password);
                }
                return null;
              });
    }
  }

  private static void make(Connection connection, String user, String password)
      throws SQLException {
    var before = connection.setSavepoint();
    try {
      var quoted = Sql.list(connection, QUOTED, row -> row.getString(1), user).getFirst();
      Sql.update(connection, "CREATE ROLE " + quoted + " LOGIN");
      // Hashed here, because statements may be logged by the server.
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(user, password.toCharArray(), "scram-sha-256");
      LOG.log(Level.INFO, "the service''s role {0} was created", quoted);
    } catch (SQLException e) {
      if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw e;
      }
      connection.rollback(before);
      LOG.log(Level.WARNING, "create the service''s role by hand: {0}", e.getMessage());
    }
  }
}
