package io.clientele.bootstrap;

import io.clientele.bootstrap.config.InvalidConfiguration;
import io.clientele.bootstrap.lifecycle.SchemaCheck;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.migration.SchemaMigration;
import jakarta.inject.Inject;
import java.util.Set;

/** The schema of the database: the contributions of all contexts. */
final class Schema {
  private final Set<SchemaContribution> contributions;
  private final Set<SchemaCheck> checks;

  @Inject
  Schema(Set<SchemaContribution> contributions, Set<SchemaCheck> checks) {
    this.contributions = contributions;
    this.checks = checks;
  }

  /**
   * Brings the tables up to date.
   *
   * @throws InvalidConfiguration if the database was made with settings that were changed since
   */
  void migrate(Database database) {
    new SchemaMigration(database, contributions).run();
    checks.forEach(check -> check.check(database));
  }
}
