package io.clientele.jdbc;

import static io.clientele.jdbc.transaction.Statements.micros;

import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.jdbc.change.ResponseRows;
import io.clientele.jdbc.transaction.Transactions;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * The responses that the stores of this module have stored with their changes, in PostgreSQL or
 * SQLite. Safe for use by many threads.
 */
public final class SqlIdempotencyStore implements IdempotencyStore {
  private static final String CLEAR = "DELETE FROM clientele_response WHERE kept_at <= ?";

  private final Transactions transactions;

  /** The responses in this database, whose tables {@link SqlSchema} creates. */
  public SqlIdempotencyStore(DataSource source) {
    transactions = new Transactions("stored responses", source);
  }

  @Override
  public Found find(IdempotencyKey key, Instant at) {
    return transactions.read(sql -> ResponseRows.find(sql, key, at));
  }

  /** Deletes the responses that have expired at this instant; returns how many. */
  public int clear(Instant at) {
    return transactions.write(sql -> sql.update(CLEAR, micros(at.minus(KEPT))));
  }
}
