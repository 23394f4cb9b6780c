package io.clientele.persistence;

import io.clientele.domain.account.AccountId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A key for what is kept of each account, and one for what is of none. Destroying an account's key
 * makes all of it unreadable, wherever it stands. Nothing of them is kept in memory: each is read
 * in the transaction that needs it, so no instance goes on with one that another has destroyed.
 */
final class SubjectKeys {
  /** Whose key it is that belongs to no account. */
  static final UUID NOBODY = new UUID(0, 0);

  private static final String FIND =
      "SELECT account_id, wrapped, wrapped_by FROM subject_key WHERE account_id = ?";

  /** Waits for whoever makes the same one just now. */
  private static final String MAKE =
      """
      INSERT INTO subject_key (account_id, wrapped, wrapped_by) VALUES (?, ?, ?)
      ON CONFLICT (account_id) DO NOTHING
      """;

  /** Of an account without a key, too, so that it never gets one. */
  private static final String DESTROY =
      """
      INSERT INTO subject_key (account_id, destroyed_at) VALUES (?, transaction_timestamp())
      ON CONFLICT (account_id) DO UPDATE
      SET wrapped = NULL, wrapped_by = NULL, destroyed_at = transaction_timestamp()
      WHERE subject_key.wrapped IS NOT NULL
      """;

  private final Wrapping wrapping;

  SubjectKeys(DataKeys keys) {
    this.wrapping = new Wrapping(keys);
  }

  /** The account's key, made if it has none yet; empty for good once it was destroyed. */
  Optional<SecretKey> of(Connection connection, @Nullable AccountId account) throws SQLException {
    var subject = subject(account);
    for (var rows = find(connection, subject); ; rows = find(connection, subject)) {
      if (!rows.isEmpty()) {
        return Optional.ofNullable(rows.getFirst().wrapped()).map(wrapping::unwrapped);
      }
      var key = Aes.newKey();
      if (make(connection, wrapping.wrapped(subject, key))) {
        return Optional.of(key);
      }
    }
  }

  /** For good: what it has sealed can never be read again, nor is anything sealed for it. */
  void destroy(Connection connection, AccountId account) throws SQLException {
    Sql.update(connection, DESTROY, account.value());
  }

  /** Opens a key that was read beside what it has sealed. */
  SecretKey unwrapped(Wrapped wrapped) {
    return wrapping.unwrapped(wrapped);
  }

  static UUID subject(@Nullable AccountId account) {
    return account == null ? NOBODY : account.value();
  }

  private static List<Row> find(Connection connection, UUID subject) throws SQLException {
    return Sql.list(connection, FIND, SubjectKeys::row, subject);
  }

  private static boolean make(Connection connection, Wrapped made) throws SQLException {
    return Sql.update(connection, MAKE, made.subject(), made.bytes(), made.by()) > 0;
  }

  private static Row row(ResultSet row) throws SQLException {
    var bytes = row.getBytes(2);
    return new Row(
        bytes == null ? null : new Wrapped(row.getObject(1, UUID.class), bytes, row.getString(3)));
  }

  /** Null if it was destroyed. */
  private record Row(@Nullable Wrapped wrapped) {}

  /**
   * A key as it is stored.
   *
   * @param by names the key that has wrapped it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Wrapped(UUID subject, byte[] bytes, String by) {}
}
