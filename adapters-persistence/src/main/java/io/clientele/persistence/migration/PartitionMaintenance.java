package io.clientele.persistence.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the partitions of coming months and drops empty ones of old months. */
final class PartitionMaintenance {
  private static final String MAKE =
      """
      DO $$
      DECLARE
        month timestamp;
        part text;
      BEGIN
        FOR month IN
          SELECT date_trunc('month', transaction_timestamp() AT TIME ZONE 'UTC') + make_interval(months => n)
          FROM generate_series(0, 24) AS n
        LOOP
          part := ':table_' || to_char(month, 'YYYY_MM');
          IF to_regclass(part) IS NULL THEN
            EXECUTE format(
              'CREATE TABLE %I PARTITION OF :table FOR VALUES FROM (%L) TO (%L) WITH (fillfactor = :fillfactor)',
              part, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
            IF ':trigger' <> '' THEN
              EXECUTE format(
                'CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION %I()',
                part, ':trigger');
            END IF;
          END IF;
        END LOOP;
      END $$
      """;

  private static final String DROP =
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
          WHERE inhparent = ':table'::regclass AND starts_with(relname, ':table_2')
            AND relname COLLATE "C" < ':table_' || to_char(now() - interval ':days days', 'YYYY_MM')
        LOOP
          LOCK TABLE :table IN ACCESS EXCLUSIVE MODE;
          EXECUTE format('SELECT NOT EXISTS (SELECT FROM %I)', part) INTO is_empty;
          IF is_empty THEN
            EXECUTE format('DROP TABLE %I', part);
          END IF;
        END LOOP;
      EXCEPTION WHEN lock_not_available THEN
        NULL; -- they are in use now, and do no harm until the next migration
      END $$
      """;

  /**
   * Lets the service drop old months of the listed tables, and nothing else: its role has no other
   * right to do so. A month that is in use stays until the next call. The last 7 days always stay.
   */
  private static final String DROP_BY_SERVICE =
      """
      DO $migration$
      BEGIN
        EXECUTE format($create$
          CREATE OR REPLACE FUNCTION drop_old_parts(parent text, before timestamptz) RETURNS integer
          LANGUAGE plpgsql SECURITY DEFINER SET search_path = %I, pg_temp AS $$
          DECLARE
            part text;
            dropped integer := 0;
          BEGIN
            IF parent <> ALL (ARRAY[:tables]::text[]) OR before > now() - interval '7 days' THEN
              RAISE EXCEPTION 'these parts are not dropped' USING ERRCODE = 'insufficient_privilege';
            END IF;
            FOR part IN
              SELECT relname
              FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
              WHERE inhparent = parent::regclass AND relname ~ ('^' || parent || '_[0-9]{4}_[0-9]{2}$')
                AND (to_date(right(relname, 7), 'YYYY_MM') + interval '1 month') AT TIME ZONE 'UTC' <= before
            LOOP
              EXECUTE format('LOCK TABLE %%I IN ACCESS EXCLUSIVE MODE NOWAIT', parent);
              EXECUTE format('DROP TABLE %%I', part);
              dropped := dropped + 1;
            END LOOP;
            RETURN dropped;
          EXCEPTION WHEN lock_not_available THEN
            RETURN 0;
          END $$
        $create$, current_schema());
      END $migration$;
      REVOKE ALL ON FUNCTION drop_old_parts(text, timestamptz) FROM PUBLIC
      """;

  private PartitionMaintenance() {}

  /** Runs in the transaction of this connection; running it again changes nothing. */
  static void run(Connection connection, List<MonthlyPartitions> tables) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var table : tables) {
        statement.execute(sql(MAKE, table));
      }
      for (var table : tables) {
        if (table.keptDays() > 0) {
          statement.execute(sql(DROP, table));
        }
      }
      statement.execute(DROP_BY_SERVICE.replace(":tables", droppedByService(tables)));
    }
  }

  private static String droppedByService(List<MonthlyPartitions> tables) {
    return tables.stream()
        .filter(MonthlyPartitions::isDroppedByService)
        .map(table -> '\'' + table.table() + '\'')
        .collect(Collectors.joining(", "));
  }

  private static String sql(String template, MonthlyPartitions table) {
    var trigger = table.truncateTrigger();
    return template
        .replace(":table", table.table())
        .replace(":fillfactor", Integer.toString(table.fillfactor()))
        .replace(":trigger", trigger == null ? "" : trigger)
        .replace(":days", Integer.toString(table.keptDays()));
  }
}
