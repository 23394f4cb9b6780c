package io.clientele.persistence.views;

import io.clientele.persistence.jdbc.Database;

/** Deletes the tombstones of writers that were removed 90 days ago, some thousands a statement. */
public final class WriterTombstoneCleanup {
  private static final int KEPT_DAYS = 90;
  private static final int ROWS_MAX = 10_000;

  private static final String DELETE =
      """
      DELETE FROM view_writer_mark
      WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM view_writer_mark
        WHERE marked_at < transaction_timestamp() - ? * interval '24 hours'
        LIMIT ?
      ))
      """;

  private final Database database;

  public WriterTombstoneCleanup(Database database) {
    this.database = database;
  }

  /** Runs until no expired tombstone is left; many instances may run it concurrently. */
  public void run() {
    while (database.work().update(DELETE, KEPT_DAYS, ROWS_MAX) == ROWS_MAX) {
      // The next round takes the rest.
    }
  }
}
