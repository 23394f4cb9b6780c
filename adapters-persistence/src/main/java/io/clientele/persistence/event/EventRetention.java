package io.clientele.persistence.event;

import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.time.Instant;

/** Drops old events, by whole months. The audit keeps their digests. */
public final class EventRetention {
  private static final String DROP = "SELECT drop_old_parts('event', ?)";

  private final Sql work;

  /** Drops events in this database. */
  public EventRetention(Database database) {
    this.work = database.work();
  }

  /**
   * Drops the months that ended before this instant. A month that is in use stays until the next
   * call.
   *
   * @param before at least 7 days ago
   * @return the number of dropped months
   */
  public int drop(Instant before) {
    return work.list(DROP, row -> row.getInt(1), Timestamps.of(before)).getFirst();
  }
}
