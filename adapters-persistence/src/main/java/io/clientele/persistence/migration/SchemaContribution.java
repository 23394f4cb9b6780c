package io.clientele.persistence.migration;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * What one context contributes to the schema. Its SQL files stand in the folder {@code
 * db/migration/<context>/} of the class path. The file {@code grants.sql} of this folder gives the
 * service's role, {@code ${role}}, its rights on the tables of the context; it runs after each
 * migration.
 *
 * @param context the name of the folder
 * @param placeholders values that SQL files of any context name as <code>${name}</code>
 * @param migrations that are written in Java
 * @param partitions tables that are partitioned by time
 */
public record SchemaContribution(
    String context,
    Map<String, String> placeholders,
    List<JavaMigration> migrations,
    List<TimePartitions> partitions) {
  public SchemaContribution {
    placeholders = Map.copyOf(placeholders);
    migrations = List.copyOf(migrations);
    partitions = List.copyOf(partitions);
  }

  /** Returns the contribution of a context that has SQL files and grants only. */
  public static SchemaContribution of(String context) {
    return new SchemaContribution(context, Map.of(), List.of(), List.of());
  }
}
