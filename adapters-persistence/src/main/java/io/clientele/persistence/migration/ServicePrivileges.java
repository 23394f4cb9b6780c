package io.clientele.persistence.migration;

import io.clientele.persistence.jdbc.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Grants the service's role the privileges that contexts list, and sets its time limits. */
final class ServicePrivileges {
  private static final Logger LOG = System.getLogger(ServicePrivileges.class.getName());
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private static final String OWNER = "SELECT quote_ident(current_user)";
  private static final String DATABASE = "SELECT quote_ident(current_database())";

  private static final List<String> TIMEOUTS =
      List.of(
          "statement_timeout = '1500ms'",
          "lock_timeout = '500ms'",
          "idle_in_transaction_session_timeout = '5s'");

  private ServicePrivileges() {}

  /**
   * Runs in the transaction of the owner's connection; running it again changes nothing. An owner
   * that may not change roles changes nothing and logs a warning.
   *
   * @param role the service's role, quoted as an identifier
   * @param contexts the folders whose {@code grants.sql} is run
   */
  static void give(Connection owner, String role, List<String> contexts) throws SQLException {
    var before = owner.setSavepoint();
    try {
      var isOwner = name(owner, OWNER).equals(role);
      for (var context : contexts) {
        var grants = grants(context).replace("${role}", role);
        if (!isOwner) {
          execute(owner, grants);
        }
      }
      var settings = "ALTER ROLE " + role + " IN DATABASE " + name(owner, DATABASE) + " SET ";
      for (var timeout : TIMEOUTS) {
        execute(owner, settings + timeout);
      }
    } catch (SQLException e) {
      if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw e;
      }
      owner.rollback(before);
      LOG.log(
          Level.WARNING, "grant the rights of the service''s role by hand: {0}", e.getMessage());
    }
  }

  private static String name(Connection connection, String query) throws SQLException {
    return Sql.list(connection, query, row -> row.getString(1)).getFirst();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
      for (var warning = statement.getWarnings();
          warning != null;
          warning = warning.getNextWarning()) {
        LOG.log(Level.WARNING, warning.getMessage());
      }
    }
  }

  private static String grants(String context) {
    var file = "db/migration/" + context + "/grants.sql";
    try (var stream = ServicePrivileges.class.getClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
