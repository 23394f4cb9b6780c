package io.clientele.persistence.migration;

import io.clientele.persistence.jdbc.ConnectionPools;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.Sql;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.internal.exception.FlywaySqlException;

/**
 * Brings the tables of a database up to date as its owner, and sets up the service's role if the
 * owner may do that. Locks let one process at a time do so.
 */
public final class SchemaMigration {
  private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

  /**
   * Roles are changed by one process at a time, or one of them fails; the role's time-outs may
   * apply.
   */
  private static final String ALONE =
      """
      SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', '10s', true);
      SELECT pg_advisory_xact_lock(hashtext('clientele'))
      """;

  /** Whether tables exist and belong to a role that this one is not a member of. */
  private static final String IS_OTHERS =
      """
      SELECT NOT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = to_regclass('database_identity')
      """;

  private static final String ROLE_NAME = "SELECT quote_ident(current_user)";

  /** Folders of the shared packages. */
  private static final List<String> SHARED = List.of("kernel", "change");

  private final Database database;
  private final List<SchemaContribution> contributions;

  /** Returns the migration of this database, with what each context contributes. */
  public SchemaMigration(Database database, Collection<SchemaContribution> contributions) {
    this.database = database;
    this.contributions = List.copyOf(contributions);
  }

  /** Migrates; does nothing where the tables belong to another role. */
  public void run() {
    migrate(database.config());
    // Settings of a role apply to sessions that start afterwards.
    database.renewSessions();
  }

  private void migrate(DatabaseConfig config) {
    var owner = ConnectionPools.unpooled(config.owner());
    if (config.owner().equals(config.service())) {
      if (new Sql(owner).list(IS_OTHERS, row -> row.getBoolean(1)).contains(true)) {
        LOG.log(Level.INFO, "the tables belong to another role: used unchanged");
        return;
      }
    } else {
      new ServiceRole(owner).makeFor(config.service());
    }
    try {
      Flyway.configure()
          .dataSource(owner)
          .callbacks(new IdleTransactionSettings())
          .javaMigrations(javaMigrations())
          .placeholders(placeholders())
          .outOfOrder(true) // Contexts are developed beside each other.
          .load()
          .migrate();
    } catch (FlywaySqlException e) {
      throw e.getCause() instanceof SQLException cause ? Sql.fault(cause) : e;
    }
    var service =
        new Sql(ConnectionPools.unpooled(config.service()))
            .list(ROLE_NAME, row -> row.getString(1));
    new Sql(owner)
        .transaction(
            connection -> {
              finish(connection, service.getFirst());
              return null;
            });
  }

  private JavaMigration[] javaMigrations() {
    return contributions.stream()
        .flatMap(contribution -> contribution.migrations().stream())
        .toArray(JavaMigration[]::new);
  }

  private Map<String, String> placeholders() {
    var all = new HashMap<String, String>();
    contributions.forEach(contribution -> all.putAll(contribution.placeholders()));
    return all;
  }

  private List<String> folders() {
    var contexts = contributions.stream().map(SchemaContribution::context);
    return Stream.concat(SHARED.stream(), contexts).toList();
  }

  private List<TimePartitions> partitions() {
    return contributions.stream()
        .flatMap(contribution -> contribution.partitions().stream())
        .toList();
  }

  /** Does what depends on the date and on the service's role; running it again changes nothing. */
  private void finish(Connection connection, String service) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(ALONE);
    }
    PartitionMaintenance.run(connection, partitions());
    ServicePrivileges.give(connection, service, folders());
  }
}
