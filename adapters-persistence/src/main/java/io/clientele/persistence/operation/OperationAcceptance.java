package io.clientele.persistence.operation;

import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.operation.NewOperation;
import io.clientele.domain.operation.OperationId;
import io.clientele.domain.operation.Operations.Accepted;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores accepted operations, each key once. */
final class OperationAcceptance {
  private static final String KNOWN = "SELECT id, body_hash FROM operation WHERE key_digest = ?";

  private static final String QUEUED =
      "SELECT count(*) FROM (SELECT 1 FROM operation WHERE ended_at IS NULL LIMIT ?) AS queued";

  private static final String ADD =
      """
      INSERT INTO operation (id, caller, subject, account_id, accepted_at, run_at, key_digest, body_hash, request)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key_digest) DO NOTHING
      """;

  private final SubjectKeys keys;
  private final int queuedMax;

  OperationAcceptance(SubjectKeys keys, int queuedMax) {
    this.keys = keys;
    this.queuedMax = queuedMax;
  }

  /** In the transaction of this connection. */
  Accepted accept(Connection connection, NewOperation operation, Instant now) throws SQLException {
    var known = known(connection, operation.key());
    if (known.isPresent()) {
      return known.get();
    }
    if (Sql.list(connection, QUEUED, row -> row.getInt(1), queuedMax).getFirst() == queuedMax) {
      return new Accepted.QueueFull();
    }
    var account = operation.account();
    var sealing = keys.of(connection, account);
    if (sealing.isEmpty()) {
      return new Accepted.AccountErased();
    }
    var id = operation.id().value();
    var key = operation.key();
    var added =
        Sql.update(
            connection,
            ADD,
            id,
            operation.caller(),
            operation.subject(),
            account == null ? null : account.value(),
            Timestamps.of(now),
            Timestamps.of(now),
            key == null ? null : digest(key),
            key == null ? null : key.bodyHash(),
            AesGcm.sealed(sealing.get(), id, operation.request().bytes()));
    return added == 1
        ? new Accepted.Stored()
        : known(connection, key)
            .orElseThrow(() -> new IllegalStateException("a key is in use by no operation"));
  }

  /** The operation of this key; empty if there is none. */
  private static Optional<Accepted> known(Connection connection, @Nullable IdempotencyKey key)
      throws SQLException {
    if (key == null) {
      return Optional.empty();
    }
    List<Accepted> found =
        Sql.list(
            connection,
            KNOWN,
            row ->
                row.getString(2).equals(key.bodyHash())
                    ? new Accepted.Repeated(new OperationId(row.getObject(1, UUID.class)))
                    : new Accepted.KeyMismatched(),
            (Object) digest(key));
    return found.stream().findFirst();
  }

  /** No part has a line end, so no two keys have one digest. */
  private static byte[] digest(IdempotencyKey key) {
    var text = String.join("\n", key.caller(), key.action(), key.target(), key.name());
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
