package io.clientele.persistence.migration;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The part of the schema that one context contributes beside its SQL files.
 *
 * @param placeholders values that its SQL files name as <code>${name}</code>
 * @param migrations that are written in Java
 */
public record SchemaContribution(Map<String, String> placeholders, List<JavaMigration> migrations) {
  public SchemaContribution {
    placeholders = Map.copyOf(placeholders);
    migrations = List.copyOf(migrations);
  }
}
