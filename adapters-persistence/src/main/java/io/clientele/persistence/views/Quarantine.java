package io.clientele.persistence.views;

import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.persistence.jdbc.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Stores batches that cannot be applied; a repeated batch is stored once. */
final class Quarantine {
  private static final String TAKE =
      """
      WITH marks AS (
        SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[])
          AS mark (writer, from_seq, to_seq, to_views)
      ), accepted AS (
        UPDATE view_writer
        SET accepted_views = marks.to_views
        FROM marks
        WHERE view_writer.shard = ? AND view_writer.writer = marks.writer AND accepted_views < marks.to_views
      )
      INSERT INTO view_quarantine (shard, digest, verdict, sealed_at, accounts, views, writers, from_seqs, to_seqs,
        to_views)
      SELECT ?, ?, ?, ?::timestamptz, ?::uuid[], ?::bigint[], array_agg(writer), array_agg(from_seq),
        array_agg(to_seq), array_agg(to_views)
      FROM marks
      ON CONFLICT (shard, digest) DO NOTHING
      """;

  private final Connection connection;
  private final Shard shard;

  Quarantine(Connection connection, Shard shard) {
    this.connection = connection;
    this.shard = shard;
  }

  void take(List<SealedBatch> segments, ApplyVerdict why) throws SQLException {
    for (var segment : segments) {
      take(segment, why);
    }
  }

  private void take(SealedBatch segment, ApplyVerdict why) throws SQLException {
    var spans = segment.ranges().values();
    Sql.update(
        connection,
        TAKE,
        Sql.uuids(connection, segment.ranges().keySet().stream().map(WriterId::value).toList()),
        spans.stream().map(OffsetRange::from).mapToLong(Offset::seq).toArray(),
        spans.stream().map(OffsetRange::to).mapToLong(Offset::seq).toArray(),
        spans.stream().map(OffsetRange::to).mapToLong(Offset::views).toArray(),
        shard.number(),
        shard.number(),
        digest(segment.ranges()),
        why.name(),
        segment.sealedAt().atOffset(ZoneOffset.UTC),
        ShardPosting.ids(connection, segment.counts()),
        ShardPosting.views(segment.counts()));
  }

  /**
   * Names a batch by what it joins: what is still open has another time whenever it is looked at.
   */
  private static UUID digest(Map<WriterId, OffsetRange> spans) {
    var sorted = new TreeMap<String, OffsetRange>();
    spans.forEach((writer, span) -> sorted.put(writer.toString(), span));
    return UUID.nameUUIDFromBytes(sorted.toString().getBytes(StandardCharsets.UTF_8));
  }
}
