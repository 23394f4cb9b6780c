package io.clientele.jdbc.change;

import static io.clientele.jdbc.transaction.Statements.micros;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.IdempotencyStore.Found;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.jdbc.transaction.Statements;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of stored responses within a transaction. */
public final class ResponseRows {
  private static final String FIND =
      """
      SELECT body_hash, media_type, response FROM clientele_response WHERE request = ? AND kept_at > ?
      """;

  /** An expired response is replaced. Another transaction with the request is awaited. */
  private static final String RESERVE =
      """
      INSERT INTO clientele_response (request, kept_at, body_hash) VALUES (?, ?, ?)
      ON CONFLICT (request) DO UPDATE
      SET kept_at = excluded.kept_at, account_id = NULL, body_hash = excluded.body_hash, media_type = NULL,
        response = NULL
      WHERE clientele_response.kept_at <= ?
      """;

  private static final String FILL =
      "UPDATE clientele_response SET account_id = ?, media_type = ?, response = ? WHERE request ="
          + " ?";
  private static final String DROP = "DELETE FROM clientele_response WHERE request = ?";
  private static final String EMPTY =
      """
      UPDATE clientele_response SET body_hash = NULL, media_type = NULL, response = NULL WHERE account_id = ?
      """;

  private ResponseRows() {}

  /** Returns what is stored under a key at an instant. */
  public static Found find(Statements sql, IdempotencyKey key, Instant at) throws SQLException {
    List<Found> found = sql.list(FIND, row -> found(row, key), name(key), expired(at));
    return found.isEmpty() ? new Found.Unknown() : found.get(0);
  }

  /** Deletes the contents of all responses about an erased account. */
  public static void empty(Statements sql, AccountId account) throws SQLException {
    sql.update(EMPTY, account.toString());
  }

  /** Takes the row of a key, before the change; false if a response is stored already. */
  static boolean reserve(Statements sql, IdempotencyKey key, Instant at) throws SQLException {
    return sql.update(RESERVE, name(key), micros(at), key.bodyHash(), expired(at)) > 0;
  }

  /** Stores the response in the row of its key. */
  static void fill(
      Statements sql, IdempotencyKey key, StoredResponse response, @Nullable AccountId account)
      throws SQLException {
    sql.update(
        FILL,
        account == null ? null : account.toString(),
        response.mediaType(),
        response.bytes(),
        name(key));
  }

  /** Gives the row of a key back, because the change is refused. */
  static void release(Statements sql, IdempotencyKey key) throws SQLException {
    sql.update(DROP, name(key));
  }

  /** Returns the name of a request: a hash of each part with its length. */
  public static String name(IdempotencyKey key) {
    var digest = sha256();
    for (var part : List.of(key.caller(), key.action(), key.target(), key.name())) {
      var bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static long expired(Instant at) {
    return micros(at.minus(IdempotencyStore.KEPT));
  }

  private static Found found(ResultSet row, IdempotencyKey key) throws SQLException {
    var hash = row.getString(1);
    if (hash == null) {
      return new Found.Emptied();
    }
    return hash.equals(key.bodyHash())
        ? new Found.Answered(new StoredResponse(row.getString(2), row.getBytes(3)))
        : new Found.Mismatched();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
