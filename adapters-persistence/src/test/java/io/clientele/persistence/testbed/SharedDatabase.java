package io.clientele.persistence.testbed;

import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A migrated database that tests use one after the other. It is emptied between them by deleting
 * the rows of the few tables that have some: truncating all tables took most of the time of a test.
 */
final class SharedDatabase {
  private static final String OCCUPIED =
      """
      SELECT relname, pg_relation_size(oid) AS size FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
      """;

  /** Deleted rows of larger tables would slow down the tests that follow. */
  private static final long SMALL_BYTES = 32 * 1024;

  private final Database database;

  /** Tables that have rows after the migration. They are not emptied but set back. */
  private final Set<String> seeded = new HashSet<>();

  SharedDatabase(Database migrated) {
    this.database = migrated;
    for (var table : occupied()) {
      if (!database.work().list("SELECT 1 FROM " + table.name + " LIMIT 1", row -> 1).isEmpty()) {
        seeded.add(table.name);
      }
    }
  }

  Database database() {
    return database;
  }

  void empty() {
    var tables = occupied().stream().filter(table -> !seeded.contains(table.name)).toList();
    var large = tables.stream().filter(Table::isLarge).map(Table::name).toList();
    database
        .work()
        .transaction(
            connection -> {
              Sql.update(connection, "SET LOCAL session_replication_role = replica");
              if (!large.isEmpty()) {
                Sql.update(connection, "TRUNCATE " + String.join(", ", large) + " CASCADE");
              }
              for (var table : tables) {
                if (!table.isLarge()) {
                  Sql.update(connection, "DELETE FROM " + table.name);
                }
              }
              setBack(connection);
              return true;
            });
  }

  private static void setBack(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "UPDATE view_shard SET views = 0, rejected_views = 0, gone_views = 0, gone_lost = 0");
    Sql.update(connection, "UPDATE account_count SET active = 0, suspended = 0, closed = 0");
    Sql.update(
        connection,
        "UPDATE account_ranking SET searched_at = '-infinity', seen_views = -1, seen_to = NULL");
  }

  private List<Table> occupied() {
    return database
        .work()
        .list(OCCUPIED, row -> new Table(row.getString("relname"), row.getLong("size")));
  }

  private record Table(String name, long size) {
    boolean isLarge() {
      return size > SMALL_BYTES;
    }
  }
}
