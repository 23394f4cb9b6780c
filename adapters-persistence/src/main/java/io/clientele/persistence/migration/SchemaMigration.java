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

  /** Parts for this month and two years; what falls beyond has a part too. */
  private static final String MONTHS =
      """
      DO $$
      DECLARE
        month timestamp;
        whole text;
        part text;
      BEGIN
        FOR whole, month IN
          SELECT name, date_trunc('month', transaction_timestamp() AT TIME ZONE 'UTC') + make_interval(months => n)
          FROM unnest(ARRAY['view_hour', 'audit_entry']) AS name, generate_series(0, 24) AS n
        LOOP
          part := whole || '_' || to_char(month, 'YYYY_MM');
          IF to_regclass(part) IS NULL THEN
            EXECUTE format(
              'CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L) WITH (fillfactor = %s)',
              part, whole, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC',
              CASE whole WHEN 'view_hour' THEN 85 ELSE 100 END);
            IF whole = 'audit_entry' THEN
              EXECUTE format(
                'CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I'
                ' FOR EACH STATEMENT EXECUTE FUNCTION audit_is_for_good()', part);
            END IF;
          END IF;
        END LOOP;
      END $$
      """;

  /** Parts of months that are over and whose hours have all become days. */
  private static final String OLD_MONTHS =
      """
      DO $$
      DECLARE
        part text;
        is_empty boolean;
      BEGIN
        SET LOCAL lock_timeout = '2s';
        FOR part IN
          SELECT relname
          FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
          WHERE inhparent = 'view_hour'::regclass AND relname LIKE 'view\\_hour\\_2%'
            AND relname COLLATE "C" < 'view_hour_' || to_char(now() - interval '124 days', 'YYYY_MM')
        LOOP
          LOCK TABLE view_hour IN ACCESS EXCLUSIVE MODE;
          EXECUTE format('SELECT NOT EXISTS (SELECT FROM %I)', part) INTO is_empty;
          IF is_empty THEN
            EXECUTE format('DROP TABLE %I', part);
          END IF;
        END LOOP;
      EXCEPTION WHEN lock_not_available THEN
        NULL; -- they are in use now, and do no harm until the next migration
      END $$
      """;

  /** What the service's role may do, and for how long. */
  private static final String ROLE =
      """
      DO $$
      BEGIN
        IF :role <> current_user THEN
          EXECUTE format('GRANT SELECT ON database_identity TO %I', :role);
          EXECUTE format('REVOKE DELETE ON account FROM %I', :role);
          EXECUTE format('GRANT SELECT, INSERT, UPDATE ON account TO %I', :role);
          EXECUTE format(
            'GRANT SELECT, INSERT, UPDATE, DELETE ON account_count, account_day, account_minute,'
            ' account_delta, view_shard, view_writer, view_total, view_hour, view_quarantine, view_day,'
            ' view_shard_day, view_flush, view_rank, view_raised, view_ranking, kept_answer TO %I', :role);
          EXECUTE format(
            'GRANT SELECT, INSERT, UPDATE, DELETE ON operator, session, session_token_used, api_key,'
            ' sign_in_network TO %I', :role);
          EXECUTE format('GRANT SELECT, INSERT ON audit_entry, audit_block, audit_checkpoint TO %I', :role);
          EXECUTE format('GRANT SELECT, INSERT, DELETE ON audit_pending TO %I', :role);
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON refused_sign_in TO %I', :role);
          EXECUTE format('REVOKE ALL ON subject_key FROM %I', :role);
          EXECUTE format('GRANT SELECT, INSERT (account_id, wrapped, wrapped_by) ON subject_key TO %I', :role);
          EXECUTE format('GRANT EXECUTE ON FUNCTION destroy_subject_key(uuid) TO %I', :role);
        END IF;
        EXECUTE format('ALTER ROLE %I IN DATABASE %I SET statement_timeout = ''1500ms''', :role, current_database());
        EXECUTE format('ALTER ROLE %I IN DATABASE %I SET lock_timeout = ''500ms''', :role, current_database());
        EXECUTE format(
          'ALTER ROLE %I IN DATABASE %I SET idle_in_transaction_session_timeout = ''5s''',
          :role, current_database());
      EXCEPTION WHEN insufficient_privilege THEN
        RAISE WARNING 'the service''s role is to be set up by hand: %', SQLERRM;
      END $$
      """;

  /** Whether there are tables, and they are those of a role that this one does not stand for. */
  private static final String IS_OTHERS =
      """
      SELECT NOT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = to_regclass('database_identity')
      """;

  private static final String ROLE_NAME = "SELECT quote_literal(current_user)";

  private final Database database;
  private final List<SchemaContribution> contributions;

  /** Of this database, with the tables of all contexts and what each of them contributes. */
  public SchemaMigration(Database database, Collection<SchemaContribution> contributions) {
    this.database = database;
    this.contributions = List.copyOf(contributions);
  }

  /** Migrates; does nothing where the tables belong to another role. */
  public void run() {
    migrate(database.config());
    // Settings of a role hold for sessions that begin after them.
    database.renewSessions();
  }

  private void migrate(DatabaseConfig config) {
    var owner = ConnectionPools.unpooled(config.owner());
    if (config.owner().equals(config.service())) {
      if (new Sql(owner).list(IS_OTHERS, row -> row.getBoolean(1)).contains(true)) {
        LOG.log(Level.INFO, "the tables are another role''s: taken as they are");
        return;
      }
    } else {
      new ServiceRole(owner).makeFor(config.service());
    }
    try {
      Flyway.configure()
          .dataSource(owner)
          .initSql("SET idle_in_transaction_session_timeout = 0")
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

  /** What depends on the day and on who the service is; the same again changes nothing. */
  private static void finish(Connection connection, String service) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(ALONE);
      statement.execute(MONTHS);
      statement.execute(OLD_MONTHS);
      statement.execute(ROLE.replace(":role", service));
      for (var told = statement.getWarnings(); told != null; told = told.getNextWarning()) {
        LOG.log(Level.WARNING, told.getMessage());
      }
    }
  }
}
