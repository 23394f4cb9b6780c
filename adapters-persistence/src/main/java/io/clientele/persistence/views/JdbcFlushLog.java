package io.clientele.persistence.views;

import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The last ten thousand flushes, in PostgreSQL. */
public final class JdbcFlushLog implements FlushLog {
  private static final String APPEND =
      """
      WITH logged AS (
        INSERT INTO view_flush (at, batches, accounts, views, rejected, duration_millis)
        VALUES (?, ?, ?, ?, ?, ?)
        RETURNING number
      )
      DELETE FROM view_flush WHERE number <= (SELECT number FROM logged) - 10000
      """;

  private static final String PAGE =
      """
      SELECT at, batches, accounts, views, rejected, duration_millis, number
      FROM view_flush
      WHERE number < ?
      ORDER BY number DESC
      LIMIT ?
      """;

  private final Sql requests;
  private final Sql work;
  private final Consumer<FlushRecord> told;

  /** The log of this database. */
  public JdbcFlushLog(Database database) {
    this(database, flush -> {});
  }

  /**
   * Creates a log.
   *
   * @param told receives each appended flush, for meters
   */
  public JdbcFlushLog(Database database, Consumer<FlushRecord> told) {
    this.told = told;
    this.requests = database.requests();
    this.work = database.work();
  }

  @Override
  public void append(FlushRecord flush) {
    told.accept(flush);
    work.update(
        APPEND,
        Timestamps.of(flush.at()),
        flush.batches(),
        flush.accounts(),
        flush.views(),
        flush.rejected(),
        flush.durationMillis());
  }

  @Override
  public List<Entry> page(@Nullable Long before, int limit) {
    return requests.list(
        PAGE, JdbcFlushLog::entry, before == null ? Long.MAX_VALUE : before, limit);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    var flush =
        new FlushRecord(
            Timestamps.instant(row, 1),
            row.getInt(2),
            row.getLong(3),
            row.getLong(4),
            row.getLong(5),
            row.getLong(6));
    return new Entry(row.getLong(7), flush);
  }
}
