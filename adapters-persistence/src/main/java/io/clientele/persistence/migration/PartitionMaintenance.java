package io.clientele.persistence.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the partitions of the time ahead and drops old ones that are empty. */
final class PartitionMaintenance {
  private static final String MAKE =
      """
      DO $$
      DECLARE
        step timestamp;
        part text;
      BEGIN
        FOR step IN
          SELECT date_trunc(':unit', transaction_timestamp() AT TIME ZONE 'UTC') + n * interval '1 :unit'
          FROM generate_series(0, :ahead) AS n
        LOOP
          part := ':table_' || to_char(step, ':format');
          IF to_regclass(part) IS NULL THEN
            EXECUTE format(
              'CREATE TABLE %I PARTITION OF :table FOR VALUES FROM (%L) TO (%L) WITH (fillfactor = :fillfactor)',
              part, step AT TIME ZONE 'UTC', (step + interval '1 :unit') AT TIME ZONE 'UTC');
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
            AND relname COLLATE "C" < ':table_' || to_char(now() - interval ':days days', ':format')
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
   * Lets the service drop old parts of the listed tables, and nothing else: its role has no other
   * right to do so. A part that is in use stays until the next call. The last 7 days always stay.
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
              WHERE inhparent = parent::regclass AND relname ~ ('^' || parent || '_[0-9]{4}_[0-9]{2}(_[0-9]{2})?$')
                AND CASE
                  WHEN relname ~ '_[0-9]{4}_[0-9]{2}_[0-9]{2}$'
                    THEN to_date(right(relname, 10), 'YYYY_MM_DD') + interval '1 day'
                  ELSE to_date(right(relname, 7), 'YYYY_MM') + interval '1 month'
                END AT TIME ZONE 'UTC' <= before
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
  static void run(Connection connection, List<TimePartitions> tables) throws SQLException {
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

  private static String droppedByService(List<TimePartitions> tables) {
    return tables.stream()
        .filter(TimePartitions::isDroppedByService)
        .map(table -> '\'' + table.table() + '\'')
        .collect(Collectors.joining(", "));
  }

  private static String sql(String template, TimePartitions table) {
    var trigger = table.truncateTrigger();
    return template
        .replace(":table", table.table())
        .replace(":unit", table.step().unit())
        .replace(":ahead", Integer.toString(table.step().ahead()))
        .replace(":format", table.step().format())
        .replace(":fillfactor", Integer.toString(table.fillfactor()))
        .replace(":trigger", trigger == null ? "" : trigger)
        .replace(":days", Integer.toString(table.keptDays()));
  }
}
