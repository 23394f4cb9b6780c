package io.clientele.persistence.change;

import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.time.Instant;

/** The responses that {@link ChangeStore} stored, in PostgreSQL. */
public final class JdbcIdempotencyStore implements IdempotencyStore {
  /** Few enough that one round is over at once. */
  private static final int ROUND = 1_000;

  private static final String CLEAR =
      """
      DELETE FROM kept_answer
      WHERE key IN (
        SELECT key FROM kept_answer WHERE kept_at <= ? ORDER BY kept_at FOR UPDATE SKIP LOCKED LIMIT ?
      )
      """;

  private final Sql requests;
  private final Sql work;

  /** Answers in this database. */
  public JdbcIdempotencyStore(Database database) {
    this.requests = database.requests();
    this.work = database.work();
  }

  @Override
  public Found find(IdempotencyKey key, Instant at) {
    return requests.run(connection -> IdempotencyRecords.find(connection, key, at));
  }

  /** Deletes expired responses, in rounds; many instances may do so concurrently. */
  public void clear(Instant at) {
    var until = Timestamps.of(at.minus(KEPT));
    int cleared;
    do {
      cleared = work.update(CLEAR, until, ROUND);
    } while (cleared == ROUND);
  }
}
