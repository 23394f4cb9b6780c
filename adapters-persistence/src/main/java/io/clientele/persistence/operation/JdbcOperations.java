package io.clientele.persistence.operation;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.operation.ClaimedOperation;
import io.clientele.domain.operation.NewOperation;
import io.clientele.domain.operation.Operation;
import io.clientele.domain.operation.OperationFigures;
import io.clientele.domain.operation.OperationId;
import io.clientele.domain.operation.OperationMessage;
import io.clientele.domain.operation.OperationResult;
import io.clientele.domain.operation.Operations;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Operations in PostgreSQL. */
public final class JdbcOperations implements Operations {
  private static final String FIND =
      "SELECT caller, status, account_id, response FROM operation WHERE id = ?";

  private static final String END =
      """
      UPDATE operation
      SET status = ?, ended_at = ?, account_id = COALESCE(?::uuid, account_id), response = ?, request = NULL,
        leased_until = NULL
      WHERE id = ? AND epoch = ? AND ended_at IS NULL
      """;

  private static final String RETRY =
      """
      UPDATE operation SET run_at = ?, leased_until = NULL
      WHERE id = ? AND epoch = ? AND ended_at IS NULL
      """;

  private static final String DROP =
      """
      WITH old AS MATERIALIZED (
        SELECT id FROM operation WHERE ended_at < ? ORDER BY ended_at LIMIT ? FOR UPDATE SKIP LOCKED
      )
      DELETE FROM operation USING old WHERE operation.id = old.id
      """;

  private static final String FIGURES =
      "SELECT count(*), min(accepted_at) FROM operation WHERE ended_at IS NULL";

  private final Sql requests;
  private final Sql work;
  private final SubjectKeys keys;
  private final OperationClaim claim;
  private final OperationAcceptance acceptance;

  /**
   * Operations in this database, encrypted under these keys.
   *
   * @param queuedMax the largest number of operations that wait or run
   */
  public JdbcOperations(Database database, SubjectKeys keys, int queuedMax) {
    this.requests = database.requests();
    this.work = database.work();
    this.keys = keys;
    this.claim = new OperationClaim(keys);
    this.acceptance = new OperationAcceptance(keys, queuedMax);
  }

  @Override
  public Accepted accept(NewOperation operation, Instant now) {
    return requests.transactionIf(
        Accepted.Stored.class::isInstance,
        connection -> acceptance.accept(connection, operation, now));
  }

  @Override
  public Optional<Operation> find(OperationId id) {
    return requests.transaction(
        connection -> {
          var found = Sql.list(connection, FIND, JdbcOperations::row, id.value());
          return found.isEmpty() ? Optional.empty() : opened(connection, id, found.getFirst());
        });
  }

  @Override
  public List<ClaimedOperation> claim(int limit, Instant now, Instant until) {
    return work.transaction(connection -> claim.claim(connection, limit, now, until));
  }

  @Override
  public Settled end(ClaimedOperation operation, OperationResult result, Instant now) {
    if (result.verdict() == OperationResult.Verdict.UNAVAILABLE) {
      throw new IllegalArgumentException("an operation that decided nothing has no end");
    }
    return work.transaction(connection -> end(connection, operation, result, now));
  }

  @Override
  public Settled retry(ClaimedOperation operation, Instant next) {
    return settled(
        work.update(RETRY, Timestamps.of(next), operation.id().value(), operation.epoch()));
  }

  @Override
  public int drop(Instant before, int limit) {
    return work.update(DROP, Timestamps.of(before), limit);
  }

  @Override
  public OperationFigures figures(Instant now) {
    return work.list(FIGURES, row -> figures(row, now)).getFirst();
  }

  private Settled end(
      Connection connection, ClaimedOperation operation, OperationResult result, Instant now)
      throws SQLException {
    var account = result.account() == null ? operation.account() : result.account();
    var key = keys.of(connection, account);
    if (key.isEmpty()) {
      return Settled.LEASE_LOST;
    }
    var id = operation.id().value();
    return settled(
        Sql.update(
            connection,
            END,
            result.verdict().name(),
            Timestamps.of(now),
            account == null ? null : account.value(),
            AesGcm.sealed(key.get(), id, result.response().bytes()),
            id,
            operation.epoch()));
  }

  /** A row; its response is sealed, and null while the operation is queued. */
  private record Row(
      String caller,
      Operation.Status status,
      @Nullable AccountId account,
      @Nullable ByteBuffer response) {}

  /** Empty if the account is erased. */
  private Optional<Operation> opened(Connection connection, OperationId id, Row row)
      throws SQLException {
    var sealed = row.response();
    if (sealed == null) {
      return Optional.of(new Operation(id, row.caller(), row.status(), null));
    }
    var bytes = new byte[sealed.remaining()];
    sealed.get(bytes);
    return keys.of(connection, row.account())
        .map(
            key ->
                AesGcm.opened(key, id.value(), bytes)
                    .orElseThrow(
                        () -> new IllegalStateException("operation " + id + " is not as stored")))
        .map(
            response ->
                new Operation(id, row.caller(), row.status(), new OperationMessage(response)));
  }

  private static Row row(ResultSet row) throws SQLException {
    var account = row.getObject(3, UUID.class);
    var response = row.getBytes(4);
    return new Row(
        row.getString(1),
        Operation.Status.valueOf(row.getString(2)),
        account == null ? null : new AccountId(account),
        response == null ? null : ByteBuffer.wrap(response));
  }

  private static OperationFigures figures(ResultSet row, Instant now) throws SQLException {
    var oldest = Timestamps.instantOrNull(row, 2);
    return new OperationFigures(
        row.getLong(1), oldest == null ? Duration.ZERO : Duration.between(oldest, now));
  }

  private static Settled settled(int rows) {
    return rows == 1 ? Settled.STORED : Settled.LEASE_LOST;
  }
}
