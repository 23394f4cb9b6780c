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
      SELECT NULL AS via, id, NULL AS shard, NULL AS seq,
        (SELECT views FROM view_total WHERE view_total.shard = asked.shard AND account_id = id) AS views
      FROM unnest(?::integer[], ?::uuid[]) AS asked (shard, id)
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
    var ids = accounts.stream().distinct().toList();
    asked.forEach(shard -> staged.put(shard, new HashMap<>()));
    asked.forEach(shard -> direct.put(shard, new HashMap<>()));
    Sql.each(
        connection,
        READ,
        this::take,
        ids.stream().mapToInt(id -> shards.of(id).number()).toArray(),
        Sql.uuids(connection, ids),
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
