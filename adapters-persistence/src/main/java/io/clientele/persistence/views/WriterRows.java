package io.clientele.persistence.views;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.persistence.jdbc.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The rows of writers. A removal locks the shard first, as the application of a batch does. */
final class WriterRows {
  private static final String REGISTER =
      """
      INSERT INTO view_writer (shard, writer, via)
      SELECT shard, ?, ? FROM unnest(?::integer[]) AS shard
      ON CONFLICT (shard, writer) DO UPDATE SET heartbeat = transaction_timestamp()
      """;

  private static final String TAKE =
      """
      UPDATE view_writer
      SET accepted_views = counted.accepted, lost_views = counted.lost, heartbeat = transaction_timestamp()
      FROM unnest(?::integer[], ?::uuid[], ?::bigint[], ?::bigint[]) AS counted (shard, writer, accepted, lost)
      WHERE view_writer.shard = counted.shard AND view_writer.writer = counted.writer
      RETURNING view_writer.shard, applied, applied_views
      """;

  private static final String ROWS =
      "SELECT writer, applied, applied_views FROM view_writer WHERE shard = ? AND writer IN (?, ?)";

  private static final String DELETE = "DELETE FROM view_writer WHERE shard = ? AND writer = ?";

  private static final String GONE =
      "UPDATE view_shard SET gone_views = gone_views + ?, gone_lost = gone_lost + ? WHERE shard ="
          + " ?";

  private static final String REMOVE =
      """
      WITH removed AS (
        DELETE FROM view_writer
        WHERE shard = ? AND writer = ? AND applied = ? AND applied_views = ?
          AND heartbeat <= transaction_timestamp() - ? * interval '1 microsecond'
        RETURNING shard, applied_views, lost_views, accepted_views
      )
      UPDATE view_shard
      SET gone_views = gone_views + removed.applied_views,
        gone_lost = gone_lost + removed.lost_views
          + greatest(removed.accepted_views::numeric - removed.applied_views, 0)
      FROM removed
      WHERE view_shard.shard = removed.shard
      """;

  private final Connection connection;

  WriterRows(Connection connection) {
    this.connection = connection;
  }

  int register(WriterId writer, DeliveryPath via, Collection<Shard> shards) throws SQLException {
    var numbers = shards.stream().mapToInt(Shard::number).toArray();
    return Sql.update(connection, REGISTER, writer.value(), via.name(), numbers);
  }

  Map<Shard, Offset> take(Collection<WriterCounts> counted) throws SQLException {
    var marks = new HashMap<Shard, Offset>();
    Sql.each(
        connection,
        TAKE,
        row -> marks.put(new Shard(row.getInt(1)), new Offset(row.getLong(2), row.getLong(3))),
        counted.stream().mapToInt(of -> of.shard().number()).toArray(),
        Sql.uuids(connection, counted.stream().map(of -> of.writer().value()).toList()),
        counted.stream().mapToLong(WriterCounts::accepted).toArray(),
        counted.stream().mapToLong(WriterCounts::lost).toArray());
    return marks;
  }

  RetireResult retire(WriterCounts old, DeliveryPath via, Offset base, WriterId next)
      throws SQLException {
    var marks = marks(old.shard(), old.writer(), next);
    if (marks.containsKey(next)) {
      return RetireResult.RETIRED;
    }
    var applied = marks.getOrDefault(old.writer(), Offset.START);
    if (marks.containsKey(old.writer()) && !applied.isBefore(base)) {
      return RetireResult.JOINED;
    }
    Sql.update(connection, DELETE, old.shard().number(), old.writer().value());
    var lost =
        BigDecimal.valueOf(old.lost()).add(BigDecimal.valueOf(base.views() - applied.views()));
    Sql.update(connection, GONE, applied.views(), lost, old.shard().number());
    register(next, via, List.of(old.shard()));
    return RetireResult.RETIRED;
  }

  int remove(Shard shard, WriterId writer, Offset applied, Duration silentFor) throws SQLException {
    return Sql.update(
        connection,
        REMOVE,
        shard.number(),
        writer.value(),
        applied.seq(),
        applied.views(),
        TimeUnit.MICROSECONDS.convert(silentFor));
  }

  private Map<WriterId, Offset> marks(Shard shard, WriterId one, WriterId other)
      throws SQLException {
    var marks = new HashMap<WriterId, Offset>();
    Sql.each(
        connection,
        ROWS,
        row ->
            marks.put(
                new WriterId(row.getObject(1, UUID.class)),
                new Offset(row.getLong(2), row.getLong(3))),
        shard.number(),
        one.value(),
        other.value());
    return marks;
  }
}
