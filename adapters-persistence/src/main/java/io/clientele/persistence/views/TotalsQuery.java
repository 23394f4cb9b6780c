package io.clientele.persistence.views;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.PersistedTotals;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Reads totals and the offsets of their shards in one statement, so that both are of one snapshot.
 */
final class TotalsQuery {
  private static final String READ =
      """
      SELECT NULL AS via, account_id AS id, NULL AS shard, NULL AS seq, views
      FROM view_total WHERE account_id = ANY (?)
      UNION ALL
      SELECT via, writer, shard, applied, applied_views
      FROM view_writer WHERE shard = ANY (?)
      """;

  private final Sharding shards;
  private final Map<UUID, Long> views = new HashMap<>();
  private final Map<Shard, Map<WriterId, Offset>> staged = new HashMap<>();
  private final Map<Shard, Map<WriterId, Offset>> direct = new HashMap<>();

  TotalsQuery(Sharding shards) {
    this.shards = shards;
  }

  PersistedTotals read(Connection connection, Collection<UUID> accounts) throws SQLException {
    var asked = accounts.stream().map(shards::of).distinct().toList();
    accounts.forEach(id -> views.put(id, 0L));
    asked.forEach(shard -> staged.put(shard, new HashMap<>()));
    asked.forEach(shard -> direct.put(shard, new HashMap<>()));
    Sql.each(
        connection,
        READ,
        this::take,
        Sql.uuids(connection, views.keySet()),
        asked.stream().mapToInt(Shard::number).toArray());
    return new PersistedTotals(views, applied(staged), applied(direct));
  }

  private void take(ResultSet row) throws SQLException {
    var id = row.getObject(2, UUID.class);
    var via = row.getString(1);
    if (via == null) {
      views.put(id, row.getLong(5));
    } else {
      var marks = DeliveryPath.valueOf(via) == DeliveryPath.STAGING ? staged : direct;
      var ofShard = marks.getOrDefault(new Shard(row.getInt(3)), new HashMap<>());
      ofShard.put(new WriterId(id), new Offset(row.getLong(4), row.getLong(5)));
    }
  }

  private static Map<Shard, AppliedOffsets> applied(Map<Shard, Map<WriterId, Offset>> marks) {
    var applied = new HashMap<Shard, AppliedOffsets>();
    marks.forEach((shard, ofShard) -> applied.put(shard, new AppliedOffsets(ofShard)));
    return applied;
  }
}
