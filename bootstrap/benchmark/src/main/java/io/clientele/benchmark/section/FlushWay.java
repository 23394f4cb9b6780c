package io.clientele.benchmark.section;

import java.sql.Connection;
import java.sql.SQLException;

/** A way to store the views of one shard, in one transaction. */
enum FlushWay {
  NOW("totals and hours, two indexes each", Sql.TOTALS_AND_HOURS.replace("$", "_now")),
  ONE_INDEX("totals and hours, one index each", Sql.TOTALS_AND_HOURS.replace("$", "")),
  HOUR_FIRST("hours only", Sql.HOURS),
  SEGMENT("a row of arrays", Sql.SEGMENT);

  private final String text;
  private final String sql;

  FlushWay(String text, String sql) {
    this.text = text;
    this.sql = sql;
  }

  /** Stores one view for each of these accounts, whose ids ascend. */
  void store(Connection connection, int shard, String[] ids) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setInt(1, shard);
      statement.setArray(2, connection.createArrayOf("uuid", ids));
      statement.execute();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public String toString() {
    return text;
  }

  /** The statements. Rows that exist are updated and others inserted, as the ledger does it. */
  private static final class Sql {
    private static final String HOUR = "timestamptz '2026-11-29 12:00:00+00'";

    private static final String FOUND =
        """
        WITH batch AS MATERIALIZED (
          SELECT at.shard, id, 1::bigint AS more FROM (SELECT ?::integer AS shard) AS at, unnest(?::uuid[]) AS id
        ), found AS MATERIALIZED (
          SELECT shard, id, more,
            (SELECT views FROM ways.hour$ AS known WHERE known.shard = batch.shard AND hour = #hour AND account_id = id) AS seen
          FROM batch
        ), hours AS (
          UPDATE ways.hour$ AS known SET views = known.views + more
          FROM found
          WHERE known.shard = found.shard AND hour = #hour AND account_id = id AND seen IS NOT NULL
        ), new_hours AS (
          INSERT INTO ways.hour$ (shard, hour, account_id, views)
          SELECT shard, #hour, id, more FROM found WHERE seen IS NULL
        )
        """
            .replace("#hour", HOUR);

    static final String TOTALS_AND_HOURS =
        FOUND
            + """
            , totals AS MATERIALIZED (
              SELECT shard, id, more,
                (SELECT views FROM ways.total$ AS known WHERE known.shard = batch.shard AND account_id = id) AS views
              FROM batch
            )
            UPDATE ways.total$ AS known SET views = known.views + more
            FROM totals
            WHERE known.shard = totals.shard AND account_id = id AND totals.views IS NOT NULL
            """;

    static final String HOURS = FOUND.replace("hour$", "hour_first") + "SELECT count(*) FROM found";

    static final String SEGMENT =
        """
        INSERT INTO ways.segment (shard, ids, views)
        SELECT shard, ids, array_fill(1::bigint, ARRAY[cardinality(ids)])
        FROM (SELECT ?::integer AS shard, ?::uuid[] AS ids) AS batch
        """;

    private Sql() {}
  }
}
