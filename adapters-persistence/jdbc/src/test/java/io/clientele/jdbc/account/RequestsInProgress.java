package io.clientele.jdbc.account;

import static io.clientele.jdbc.transaction.Statements.micros;

import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.jdbc.change.ResponseRows;
import io.clientele.jdbc.testbed.TestDatabase;
import io.clientele.jdbc.transaction.Transactions;
import io.clientele.testkit.kernel.Sample;
import java.time.Instant;

/** Requests that another process has begun and not ended. */
final class RequestsInProgress {
  private static final String BEGIN =
      "INSERT INTO clientele_request (request, begun_at) VALUES (?, ?)";
  private static final String END = "DELETE FROM clientele_request WHERE request = ?";

  private RequestsInProgress() {}

  /** Runs the action while a request with the key is in progress. */
  static void during(TestDatabase database, IdempotencyKey key, Runnable action) {
    begin(database, key, Sample.BEGINNING);
    action.run();
    transactions(database).write(sql -> sql.update(END, ResponseRows.name(key)));
  }

  /** Begins a request that never ends. */
  static void begin(TestDatabase database, IdempotencyKey key, Instant at) {
    transactions(database).write(sql -> sql.update(BEGIN, ResponseRows.name(key), micros(at)));
  }

  private static Transactions transactions(TestDatabase database) {
    return new Transactions("a test", database.source());
  }
}
