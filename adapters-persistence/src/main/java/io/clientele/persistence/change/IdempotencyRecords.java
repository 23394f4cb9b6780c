package io.clientele.persistence.change;

import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.IdempotencyStore.Found;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes stored responses: {@link #enter} first, then the work, then {@link #keep}, all
 * in one transaction.
 */
final class IdempotencyRecords {
  /** Ends with the transaction, however that ends. */
  private static final String LOCK = "SELECT pg_try_advisory_xact_lock(?)";

  private static final String FIND =
      """
      SELECT body_hash, media_type, response FROM kept_answer WHERE key = ? AND kept_at > ?
      """;

  /** An expired response stays until it is deleted. */
  private static final String KEEP =
      """
      INSERT INTO kept_answer (key, kept_at, account_id, body_hash, media_type, response)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE
      SET kept_at = excluded.kept_at, account_id = excluded.account_id, body_hash = excluded.body_hash,
        media_type = excluded.media_type, response = excluded.response
      """;

  private static final String EMPTY =
      """
      UPDATE kept_answer SET body_hash = NULL, media_type = NULL, response = NULL WHERE account_id = ?
      """;

  private IdempotencyRecords() {}

  /** Whether work under a key is prevented. */
  enum Entered {
    /** The key is free, and is locked until the transaction ends. */
    ALONE,
    /** Another transaction holds the key. */
    IN_PROGRESS,
    /** The work is done already. */
    ANSWERED
  }

  /** Takes the key's lock without waiting, and only then looks for a response. */
  static Entered enter(Connection connection, IdempotencyKey key, Instant at) throws SQLException {
    var lock = ByteBuffer.wrap(hash(key)).getLong();
    if (!Sql.list(connection, LOCK, row -> row.getBoolean(1), lock).getFirst()) {
      return Entered.IN_PROGRESS;
    }
    return find(connection, key, at) instanceof Found.Unknown ? Entered.ALONE : Entered.ANSWERED;
  }

  static Found find(Connection connection, IdempotencyKey key, Instant at) throws SQLException {
    var after = Timestamps.of(at.minus(IdempotencyStore.KEPT));
    return Sql.list(connection, FIND, row -> found(row, key), hash(key), after).stream()
        .findFirst()
        .orElseGet(Found.Unknown::new);
  }

  /**
   * Keeps an answer.
   *
   * @param account that is emptied of it when it is erased; null if none is
   */
  static void keep(Connection connection, Idempotent.Kept kept, Instant at, @Nullable UUID account)
      throws SQLException {
    var response = kept.response();
    Sql.update(
        connection,
        KEEP,
        hash(kept.key()),
        Timestamps.of(at),
        account,
        kept.key().bodyHash(),
        response.mediaType(),
        response.bytes());
  }

  /** Empties all answers of one account. */
  static void empty(Connection connection, UUID account) throws SQLException {
    Sql.update(connection, EMPTY, account);
  }

  private static Found found(ResultSet row, IdempotencyKey key) throws SQLException {
    var hash = Optional.ofNullable(row.getString(1));
    if (hash.isEmpty()) {
      return new Found.Emptied();
    }
    return hash.get().equals(key.bodyHash())
        ? new Found.Answered(new StoredResponse(row.getString(2), row.getBytes(3)))
        : new Found.Mismatched();
  }

  /** Each part after its length: no two keys run together into one. */
  private static byte[] hash(IdempotencyKey key) {
    var digest = sha256();
    for (var part : new String[] {key.caller(), key.action(), key.target(), key.name()}) {
      var bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
