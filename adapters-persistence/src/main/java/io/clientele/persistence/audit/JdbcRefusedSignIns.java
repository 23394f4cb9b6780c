package io.clientele.persistence.audit;

import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.SQLException;
import java.time.Instant;

/** Refused sign-ins in PostgreSQL, counted for all instances. */
public final class JdbcRefusedSignIns implements RefusedSignIns {
  private static final String COUNT =
      """
      INSERT INTO refused_sign_in AS refused (minute, network, count) VALUES (?, ?, 1)
      ON CONFLICT (minute, network) DO UPDATE SET count = refused.count + 1
      """;

  private static final String ALONE =
      "SELECT pg_advisory_xact_lock(hashtext('clientele refused sign-ins'))";

  /** The networks of each minute by their counts; those behind the last place are summed up. */
  private static final String TAKE =
      """
      WITH taken AS (
        DELETE FROM refused_sign_in WHERE minute < ? RETURNING minute, network, count
      ), placed AS (
        SELECT minute, network, count, row_number() OVER one AS place,
          count(*) OVER (PARTITION BY minute) AS networks
        FROM taken
        WINDOW one AS (PARTITION BY minute ORDER BY count DESC, network)
      ), named AS (
        SELECT minute, CASE WHEN networks > ? AND place >= ? THEN ? ELSE network END AS network, count FROM placed
      )
      SELECT network, sum(count)::bigint FROM named GROUP BY minute, network ORDER BY minute, network
      """;

  private final Database database;
  private final ChangeStore changes;

  /** Stores refusals in this database. */
  public JdbcRefusedSignIns(Database database, ChangeStore changes) {
    this.database = database;
    this.changes = changes;
  }

  @Override
  public void count(String network, Instant at) {
    var minute = Timestamps.of(RefusedSignIns.minute(at));
    database.requests().update(COUNT, minute, network);
  }

  @Override
  public int append(Instant now) {
    return changes.record(database.work(), transaction -> append(transaction, now));
  }

  private static int append(ChangeTransaction transaction, Instant now) throws SQLException {
    var connection = transaction.connection();
    Sql.list(connection, ALONE, row -> "");
    var minute = Timestamps.of(RefusedSignIns.minute(now));
    var refused =
        Sql.list(
            connection,
            TAKE,
            row -> new Refused(row.getString(1), row.getLong(2)),
            minute,
            ENTRIES_MAX,
            ENTRIES_MAX,
            OTHERS);
    var by = RefusedSignIns.provenance(now);
    refused.forEach(event -> transaction.append(by, event, ChangeSubject.named(event.subject())));
    return refused.size();
  }
}
