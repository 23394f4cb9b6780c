package io.clientele.persistence.views;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.WriterTombstone;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The tombstones of writers without a row in one shard. Every change holds the shard's lock. */
final class WriterTombstones {
  private static final String READ =
      """
      SELECT writer, applied, applied_views, is_retired, via
      FROM view_writer_mark
      WHERE shard = ? AND writer = ANY (?)
      """;

  private static final String BRING_BACK =
      """
      WITH back AS (
        DELETE FROM view_writer_mark
        WHERE shard = ? AND writer = ANY (?) AND NOT is_retired
        RETURNING shard, writer, via, applied, applied_views, accepted_views, lost_views
      ), rows AS (
        INSERT INTO view_writer (shard, writer, via, applied, applied_views, accepted_views, lost_views, reads_marks)
        SELECT shard, writer, via, applied, applied_views, accepted_views, lost_views, true FROM back
      )
      UPDATE view_shard
      SET gone_views = gone_views - sum.applied, gone_lost = gone_lost - sum.lost
      FROM (
        SELECT shard, sum(applied_views) AS applied,
          sum(lost_views + greatest(accepted_views::numeric - applied_views, 0)) AS lost
        FROM back
        GROUP BY shard
      ) AS sum
      WHERE view_shard.shard = sum.shard
      """;

  /**
   * A name without a row gets a tombstone at the start offset, so that none of its batches is
   * added.
   */
  private static final String END_NAMES =
      """
      WITH gone AS (
        DELETE FROM view_writer
        WHERE shard = ? AND writer = ANY (?)
        RETURNING writer, via, applied, applied_views, accepted_views, lost_views
      ), marked AS (
        INSERT INTO view_writer_mark (shard, writer, via, is_retired, applied, applied_views, accepted_views,
          lost_views)
        SELECT ?, writer, coalesce(via, ?), true, coalesce(applied, 0), coalesce(applied_views, 0),
          coalesce(accepted_views, 0), coalesce(lost_views, 0)
        FROM unnest(?::uuid[]) AS writer LEFT JOIN gone USING (writer)
        ON CONFLICT (shard, writer) DO NOTHING
      )
      UPDATE view_shard
      SET gone_views = gone_views + sum.applied, gone_lost = gone_lost + sum.lost
      FROM (
        SELECT coalesce(sum(applied_views), 0) AS applied, coalesce(sum(lost_views), 0) AS lost FROM gone
      ) AS sum
      WHERE view_shard.shard = ?
      """;

  private final Connection connection;
  private final Shard shard;

  WriterTombstones(Connection connection, Shard shard) {
    this.connection = connection;
    this.shard = shard;
  }

  private record Marked(WriterTombstone mark, DeliveryPath via) {
    boolean goes(DeliveryPath path) {
      return mark.isRetired() ? path == DeliveryPath.STAGING : via == path;
    }
  }

  /** The offsets with which batches of these writers are compared. */
  Map<WriterId, Offset> asRead(DeliveryPath via, Collection<WriterId> writers) throws SQLException {
    var offsets = new HashMap<WriterId, Offset>();
    read(writers)
        .forEach(
            (writer, marked) -> {
              if (marked.goes(via)) {
                offsets.put(writer, marked.mark().asRead());
              }
            });
    return offsets;
  }

  /** The offsets of these writers when their rows were removed. */
  AppliedOffsets applied(Collection<WriterId> writers) throws SQLException {
    var offsets = new HashMap<WriterId, Offset>();
    read(writers).forEach((writer, marked) -> offsets.put(writer, marked.mark().applied()));
    return new AppliedOffsets(offsets);
  }

  /** Restores the rows of those of these writers that were removed. */
  void bringBack(Collection<WriterId> writers) throws SQLException {
    Sql.update(connection, BRING_BACK, shard.number(), uuids(writers));
  }

  /** Removes the rows of these names and leaves retired tombstones. */
  void endNames(Collection<WriterId> names, DeliveryPath via) throws SQLException {
    Sql.update(
        connection,
        END_NAMES,
        shard.number(),
        uuids(names),
        shard.number(),
        via.name(),
        uuids(names),
        shard.number());
  }

  private Map<WriterId, Marked> read(Collection<WriterId> writers) throws SQLException {
    var marks = new HashMap<WriterId, Marked>();
    Sql.each(
        connection,
        READ,
        row ->
            marks.put(
                new WriterId(row.getObject(1, UUID.class)),
                new Marked(
                    new WriterTombstone(
                        new Offset(row.getLong(2), row.getLong(3)), row.getBoolean(4)),
                    DeliveryPath.valueOf(row.getString(5)))),
        shard.number(),
        uuids(writers));
    return marks;
  }

  private Object uuids(Collection<WriterId> writers) throws SQLException {
    return Sql.uuids(connection, writers.stream().map(WriterId::value).toList());
  }
}
