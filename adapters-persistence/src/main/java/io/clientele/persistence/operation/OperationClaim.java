package io.clientele.persistence.operation;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.operation.ClaimedOperation;
import io.clientele.domain.operation.OperationId;
import io.clientele.domain.operation.OperationMessage;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Leases operations that are due, and opens their requests. */
final class OperationClaim {
  /**
   * The first of each subject. Materialized; otherwise PostgreSQL may lock and lease more rows than
   * the limit.
   */
  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT id
        FROM operation AS one
        WHERE ended_at IS NULL AND run_at <= ? AND (leased_until IS NULL OR leased_until <= ?)
          AND NOT EXISTS (
            SELECT 1
            FROM operation AS earlier
            WHERE earlier.subject = one.subject AND earlier.number < one.number AND earlier.ended_at IS NULL
          )
        ORDER BY number
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      )
      UPDATE operation
      SET leased_until = ?, epoch = operation.epoch + 1, attempt = operation.attempt + 1
      FROM due
      WHERE operation.id = due.id
      RETURNING operation.id, operation.number, account_id, request, attempt, epoch
      """;

  private static final String FORGET = "DELETE FROM operation WHERE id = ?";

  private final SubjectKeys keys;

  OperationClaim(SubjectKeys keys) {
    this.keys = keys;
  }

  /** A leased row; its request is sealed. */
  private record Row(
      UUID id, long number, @Nullable UUID account, ByteBuffer sealed, int attempt, long epoch) {
    UUID subject() {
      return account == null ? SubjectKeys.NO_ACCOUNT : account;
    }
  }

  /** In the transaction of this connection. */
  List<ClaimedOperation> claim(Connection connection, int limit, Instant now, Instant until)
      throws SQLException {
    var at = Timestamps.of(now);
    var rows =
        Sql.list(connection, CLAIM, OperationClaim::row, at, at, limit, Timestamps.of(until));
    if (rows.isEmpty()) {
      return List.of();
    }
    var found = keys.of(connection, rows.stream().map(Row::subject).collect(Collectors.toSet()));
    var claimed = new ArrayList<ClaimedOperation>();
    for (var row :
        rows.stream().sorted((one, other) -> Long.compare(one.number, other.number)).toList()) {
      var key = Objects.requireNonNull(found.get(row.subject()));
      if (key.isPresent()) {
        claimed.add(opened(row, key.get()));
      } else {
        // It was accepted while the account was erased.
        Sql.update(connection, FORGET, row.id());
      }
    }
    return claimed;
  }

  private static ClaimedOperation opened(Row row, SecretKey key) {
    var request =
        AesGcm.opened(key, row.id(), row.sealed().array())
            .orElseThrow(
                () -> new IllegalStateException("operation " + row.id() + " is not as stored"));
    return new ClaimedOperation(
        new OperationId(row.id()),
        row.account() == null ? null : new AccountId(row.account()),
        new OperationMessage(request),
        row.attempt(),
        row.epoch());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getObject(3, UUID.class),
        ByteBuffer.wrap(row.getBytes(4)),
        row.getInt(5),
        row.getLong(6));
  }
}
