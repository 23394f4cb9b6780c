package io.clientele.jdbc.change;

import static io.clientele.jdbc.transaction.Statements.micros;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore.Found;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.jdbc.transaction.Statements;
import io.clientele.jdbc.transaction.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Executes requests with an idempotency key once. A first transaction marks the request as in
 * progress; a second one stores the change and its response, and ends the request. The response has
 * a unique key, so that no change is stored twice even if a mark is lost.
 */
public final class OnceTransactions {
  /** The mark of a process that died ends after this time, by the times of the requests. */
  private static final Duration PROGRESS_MAX = Duration.ofMinutes(1);

  private static final String BEGIN =
      """
      INSERT INTO clientele_request (request, begun_at) VALUES (?, ?)
      ON CONFLICT (request) DO UPDATE SET begun_at = excluded.begun_at WHERE clientele_request.begun_at <= ?
      """;

  private static final String END = "DELETE FROM clientele_request WHERE request = ?";

  private final Transactions transactions;

  /** Uses these transactions. */
  public OnceTransactions(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A request and its results other than those of the change.
   *
   * @param account whose erasure deletes the response; null if none
   * @param inProgress another request with the key is in progress
   * @param answered a response is stored already
   */
  public record Request<R>(
      IdempotencyKey key, Instant at, @Nullable AccountId account, R inProgress, R answered) {
    public Request {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(inProgress, "inProgress");
      Objects.requireNonNull(answered, "answered");
    }
  }

  /** The response to a result; null if the change was refused, so that none is stored. */
  @FunctionalInterface
  public interface Response<R> extends Function<R, @Nullable StoredResponse> {}

  /** Stores a change and its response, unless the request is in progress or answered. */
  public <R> R write(Request<R> request, Transactions.Work<R> change, Response<R> response) {
    var refused = transactions.write(sql -> Begun.of(begin(sql, request)));
    if (refused.result() != null) {
      return refused.result();
    }
    try {
      return transactions.write(sql -> write(sql, request, change, response));
    } catch (RuntimeException failure) {
      end(request, failure);
      throw failure;
    }
  }

  /** The result of a request that does not begin; null if it does. */
  private record Begun<R>(@Nullable R result) {
    static <R> Begun<R> of(@Nullable R result) {
      return new Begun<>(result);
    }
  }

  private static <R> @Nullable R begin(Statements sql, Request<R> request) throws SQLException {
    var name = ResponseRows.name(request.key());
    var overdue = micros(request.at().minus(PROGRESS_MAX));
    var isAlone = sql.update(BEGIN, name, micros(request.at()), overdue) > 0;
    if (ResponseRows.find(sql, request.key(), request.at()) instanceof Found.Unknown) {
      return isAlone ? null : request.inProgress();
    }
    if (isAlone) {
      sql.update(END, name);
    }
    return request.answered();
  }

  private static <R> R write(
      Statements sql, Request<R> request, Transactions.Work<R> change, Response<R> response)
      throws SQLException {
    if (!ResponseRows.reserve(sql, request.key(), request.at())) {
      sql.update(END, ResponseRows.name(request.key()));
      return request.answered();
    }
    var result = change.run(sql);
    var stored = response.apply(result);
    if (stored == null) {
      ResponseRows.release(sql, request.key());
    } else {
      ResponseRows.fill(sql, request.key(), stored, request.account());
    }
    sql.update(END, ResponseRows.name(request.key()));
    return result;
  }

  private void end(Request<?> request, RuntimeException failure) {
    try {
      transactions.write(sql -> sql.update(END, ResponseRows.name(request.key())));
    } catch (PortUnavailable also) {
      failure.addSuppressed(also);
    }
  }
}
