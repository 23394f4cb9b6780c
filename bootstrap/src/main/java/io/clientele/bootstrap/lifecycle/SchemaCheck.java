package io.clientele.bootstrap.lifecycle;

import io.clientele.bootstrap.config.InvalidConfiguration;
import io.clientele.persistence.jdbc.Database;

/** Compares a migrated database with the settings of one context. Contexts contribute these. */
@FunctionalInterface
public interface SchemaCheck {
  /**
   * Checks the database.
   *
   * @throws InvalidConfiguration if the settings do not fit it
   */
  void check(Database database);
}
