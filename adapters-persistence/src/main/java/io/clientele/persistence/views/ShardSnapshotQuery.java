package io.clientele.persistence.views;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Reads snapshots of shards in one statement, at one instant. */
final class ShardSnapshotQuery {
  /** Sums may exceed 2^63; they wrap like Java's, so that the reconciliation still balances. */
  private static final String READ =
      """
      SELECT shard, views, rejected_views, gone_views, gone_lost, writer, via, applied, applied_views,
        accepted_views, lost_views,
        greatest(extract(epoch FROM statement_timestamp() - heartbeat) * 1000000, 0)::bigint AS silent_micros
      FROM view_shard LEFT JOIN view_writer USING (shard)
      WHERE shard = ANY (?)
      ORDER BY shard
      """;

  private ShardSnapshotQuery() {}

  static List<ShardSnapshot> read(Connection connection, Collection<Shard> shards)
      throws SQLException {
    var snapshots = new LinkedHashMap<Shard, ShardSnapshot>();
    Sql.each(
        connection,
        READ,
        row -> {
          var shard = new Shard(row.getInt(1));
          var before = snapshots.get(shard);
          snapshots.put(shard, snapshot(shard, row, before == null ? List.of() : before.writers()));
        },
        shards.stream().mapToInt(Shard::number).toArray());
    return List.copyOf(snapshots.values());
  }

  private static ShardSnapshot snapshot(Shard shard, ResultSet row, List<WriterRow> before)
      throws SQLException {
    var writers = new ArrayList<>(before);
    if (row.getObject(6) != null) {
      writers.add(writer(row));
    }
    return new ShardSnapshot(
        shard,
        row.getBigDecimal(2).longValue(),
        row.getBigDecimal(3).longValue(),
        row.getBigDecimal(4).longValue(),
        row.getBigDecimal(5).longValue(),
        writers);
  }

  private static WriterRow writer(ResultSet row) throws SQLException {
    return new WriterRow(
        new WriterId(row.getObject(6, UUID.class)),
        DeliveryPath.valueOf(row.getString(7)),
        new Offset(row.getLong(8), row.getLong(9)),
        row.getLong(10),
        row.getLong(11),
        Duration.of(row.getLong(12), ChronoUnit.MICROS));
  }
}
