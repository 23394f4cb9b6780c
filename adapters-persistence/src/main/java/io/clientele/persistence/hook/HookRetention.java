package io.clientele.persistence.hook;

import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.time.Instant;

/** Drops old messages, by whole months, and frees their external ids. */
public final class HookRetention {
  private static final String DROP = "SELECT drop_old_parts('hook_message', ?)";

  private static final int IDS_MAX = 5_000;

  private static final String FREE =
      """
      WITH old AS MATERIALIZED (
        SELECT source, external_id
        FROM hook_message_external_id
        WHERE received_at < ?
        ORDER BY received_at
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      )
      DELETE FROM hook_message_external_id AS known
      USING old
      WHERE known.source = old.source AND known.external_id = old.external_id
      """;

  private final Sql work;

  /** Drops messages in this database. */
  public HookRetention(Database database) {
    this.work = database.work();
  }

  /**
   * Drops the months that ended before this instant and frees the external ids of older messages. A
   * month that is in use stays until the next call.
   *
   * @param before at least 7 days ago
   * @return the number of freed ids
   */
  public int drop(Instant before) {
    work.list(DROP, row -> row.getInt(1), Timestamps.of(before));
    var freed = 0;
    for (var rows = IDS_MAX; rows == IDS_MAX; freed += rows) {
      rows = work.update(FREE, Timestamps.of(before), IDS_MAX);
    }
    return freed;
  }
}
