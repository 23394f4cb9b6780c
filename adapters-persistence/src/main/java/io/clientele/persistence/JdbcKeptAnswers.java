package io.clientele.persistence;

import io.clientele.domain.KeptAnswers;
import io.clientele.domain.Once;
import java.time.Instant;

/** The answers that {@link JdbcAccounts} keeps, in PostgreSQL. */
public final class JdbcKeptAnswers implements KeptAnswers {
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
  public JdbcKeptAnswers(Database database) {
    this.requests = database.requests();
    this.work = database.work();
  }

  @Override
  public Found find(Once.Key key, Instant at) {
    return requests.run(connection -> KeptRows.find(connection, key, at));
  }

  /**
   * Clears away what is given no more at this time, in rounds; many instances may do so at once.
   */
  public void clear(Instant at) {
    var until = Timestamps.of(at.minus(KEPT));
    int cleared;
    do {
      cleared = work.update(CLEAR, until, ROUND);
    } while (cleared == ROUND);
  }
}
