package io.clientele.persistence.crypto;

import io.clientele.domain.kernel.AccountId;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The encryption keys of personal data: one for each account, and one for data of no account.
 * Destroying an account's key makes all data under it unreadable, in every table and backup that
 * lacks the key. Keys are not cached: each is read in the transaction that needs it, so no instance
 * uses a key that another has destroyed.
 */
public final class SubjectKeys {
  /** The subject of the key for data of no account. */
  public static final UUID NO_ACCOUNT = new UUID(0, 0);

  private static final String FIND =
      "SELECT account_id, wrapped, wrapped_by FROM subject_key WHERE account_id = ANY (?)";

  /** Waits for a transaction that makes the key of the same subject. */
  private static final String MAKE =
      """
      INSERT INTO subject_key (account_id, wrapped, wrapped_by)
      SELECT account_id, wrapped, wrapped_by
      FROM unnest(?::uuid[], ?::bytea[], ?::text[]) AS made (account_id, wrapped, wrapped_by)
      ON CONFLICT (account_id) DO NOTHING
      RETURNING account_id
      """;

  /** An account that has no key is marked, too, so that it never gets one. */
  private static final String DESTROY = "SELECT destroy_subject_key(?)";

  private final KeyEncryption wrapping;

  public SubjectKeys(DataKeys keys) {
    this.wrapping = new KeyEncryption(keys);
  }

  /** The account's key, created if absent; empty once it was destroyed. */
  public Optional<SecretKey> of(Connection connection, @Nullable AccountId account)
      throws SQLException {
    var subject = subject(account);
    return Objects.requireNonNull(of(connection, Set.of(subject)).get(subject));
  }

  /**
   * The keys of many subjects, in at most three statements: those that have none yet get one, those
   * whose key was destroyed have an empty entry.
   */
  public Map<UUID, Optional<SecretKey>> of(Connection connection, Set<UUID> subjects)
      throws SQLException {
    var keys = find(connection, subjects);
    if (keys.size() < subjects.size()) {
      keys.putAll(make(connection, without(subjects, keys.keySet())));
    }
    if (keys.size() < subjects.size()) {
      // Another transaction created these since and has ended: its rows can be read now.
      keys.putAll(of(connection, without(subjects, keys.keySet())));
    }
    return keys;
  }

  /**
   * Destroys the key of an erased account: its ciphertexts can never be read again, and nothing
   * more is encrypted for the account. The database refuses any other account.
   */
  public void destroy(Connection connection, AccountId account) throws SQLException {
    Sql.list(connection, DESTROY, row -> true, account.value());
  }

  /** Unwraps a key that was read with its ciphertext. */
  public SecretKey unwrapped(EncryptedKey wrapped) {
    return wrapping.unwrapped(wrapped);
  }

  public static UUID subject(@Nullable AccountId account) {
    return account == null ? NO_ACCOUNT : account.value();
  }

  private static Set<UUID> without(Set<UUID> subjects, Set<UUID> known) {
    var left = new TreeSet<>(subjects);
    left.removeAll(known);
    return left;
  }

  private Map<UUID, Optional<SecretKey>> find(Connection connection, Set<UUID> subjects)
      throws SQLException {
    var found = new HashMap<UUID, Optional<SecretKey>>();
    Sql.each(
        connection,
        FIND,
        row -> found.put(row.getObject(1, UUID.class), wrapped(row).map(wrapping::unwrapped)),
        Sql.uuids(connection, subjects));
    return found;
  }

  /** The keys that no other transaction has created meanwhile. */
  private Map<UUID, Optional<SecretKey>> make(Connection connection, Set<UUID> subjects)
      throws SQLException {
    var keys = new HashMap<UUID, Optional<SecretKey>>();
    var wrapped = new ArrayList<EncryptedKey>();
    for (var subject : subjects) {
      var key = AesGcm.newKey();
      keys.put(subject, Optional.of(key));
      wrapped.add(wrapping.wrapped(subject, key));
    }
    var made =
        Sql.list(
            connection,
            MAKE,
            row -> row.getObject(1, UUID.class),
            Sql.uuids(connection, subjects),
            connection.createArrayOf(
                "bytea", wrapped.stream().map(EncryptedKey::bytes).toArray(byte[][]::new)),
            connection.createArrayOf("text", wrapped.stream().map(EncryptedKey::by).toArray()));
    keys.keySet().retainAll(new HashSet<>(made));
    return keys;
  }

  /** Empty if the key was destroyed. */
  private static Optional<EncryptedKey> wrapped(ResultSet row) throws SQLException {
    var bytes = row.getBytes(2);
    return bytes == null
        ? Optional.empty()
        : Optional.of(new EncryptedKey(row.getObject(1, UUID.class), bytes, row.getString(3)));
  }
}
