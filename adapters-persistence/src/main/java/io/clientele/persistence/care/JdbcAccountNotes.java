package io.clientele.persistence.care;

import io.clientele.domain.care.AccountNote;
import io.clientele.domain.care.AccountNotes;
import io.clientele.domain.care.NoteId;
import io.clientele.domain.care.NotePage;
import io.clientele.domain.care.NoteText;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.persistence.change.AccountLock;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Notes about accounts in PostgreSQL; their texts are encrypted under the account's key. */
public final class JdbcAccountNotes implements AccountNotes {
  private static final String COLUMNS = "id, author, written_at, sealed";

  private static final String ADD =
      """
      INSERT INTO account_note (id, account_id, author, written_at, sealed) VALUES (?, ?, ?, ?, ?)
      """;

  private static final String REMOVE = "DELETE FROM account_note WHERE id = ? AND account_id = ?";

  private static final String FIND =
      "SELECT " + COLUMNS + " FROM account_note WHERE account_id = ? AND id = ANY (?)";

  private static final String LIST =
      "SELECT "
          + COLUMNS
          + " FROM account_note WHERE account_id = ? AND id < ? ORDER BY id DESC LIMIT ?";

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private static final ChangeResults<Saved> RESULTS =
      new ChangeResults<>(Saved.STORED, Saved.IN_PROGRESS, Saved.ANSWERED);

  private final Sql sql;
  private final ChangeStore changes;
  private final SubjectKeys keys;
  private final AccountLock accounts;

  /**
   * Notes in this database.
   *
   * @param accounts locks an account while a note is written, so that a concurrent erasure waits,
   *     finds the note and removes it
   */
  public JdbcAccountNotes(Database database, ChangeStore changes, AccountLock accounts) {
    this.sql = database.requests();
    this.changes = changes;
    this.keys = changes.subjectKeys();
    this.accounts = accounts;
  }

  @Override
  public Saved add(Change<AccountNote> written) {
    var note = written.state();
    return changes.store(
        sql, written, note.toStore(), RESULTS, transaction -> write(transaction, note));
  }

  @Override
  public Saved remove(Change<AccountNote> removed) {
    var note = removed.state();
    return changes.store(
        sql,
        removed,
        note.toStore(),
        RESULTS,
        transaction -> {
          var deleted =
              Sql.update(
                  transaction.connection(), REMOVE, note.id().value(), note.account().value());
          return deleted == 1 ? Optional.empty() : Optional.of(Saved.NO_SUCH_NOTE);
        });
  }

  @Override
  public Map<NoteId, AccountNote> find(AccountId account, Collection<NoteId> ids) {
    return sql.transaction(
        connection -> {
          var array = Sql.uuids(connection, ids.stream().map(NoteId::value).toList());
          var rows = Sql.list(connection, FIND, SealedNote::of, account.value(), array);
          var found = new HashMap<NoteId, AccountNote>();
          opened(connection, account, rows).forEach(note -> found.put(note.id(), note));
          return found;
        });
  }

  @Override
  public NotePage list(AccountId account, @Nullable NoteId before, int limit) {
    return sql.transaction(
        connection -> {
          TransactionSettings.readInIndexOrder(connection);
          var end = before == null ? AFTER_ALL : before.value();
          var rows = Sql.list(connection, LIST, SealedNote::of, account.value(), end, limit + 1);
          return NotePage.of(opened(connection, account, rows), limit);
        });
  }

  private Optional<Saved> write(ChangeTransaction transaction, AccountNote note)
      throws SQLException {
    var connection = transaction.connection();
    var account = note.account();
    var key =
        accounts.hold(transaction, account)
            ? keys.of(connection, account)
            : Optional.<SecretKey>empty();
    if (key.isEmpty()) {
      return Optional.of(Saved.NO_SUCH_ACCOUNT);
    }
    var text = note.text().value().getBytes(StandardCharsets.UTF_8);
    Sql.update(
        connection,
        ADD,
        note.id().value(),
        account.value(),
        note.author(),
        Timestamps.of(note.writtenAt()),
        AesGcm.sealed(key.get(), note.id().value(), text));
    return Optional.empty();
  }

  /** Reads no key for no rows: that would make one. An erasure since then left no notes. */
  private List<AccountNote> opened(Connection connection, AccountId account, List<SealedNote> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return List.of();
    }
    var key = keys.of(connection, account);
    return key.isEmpty()
        ? List.of()
        : rows.stream()
            .map(row -> row.opened(account, AesGcm.opened(key.get(), row.id, row.sealed)))
            .toList();
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record SealedNote(UUID id, String author, Instant writtenAt, byte[] sealed) {
    static SealedNote of(ResultSet row) throws SQLException {
      return new SealedNote(
          row.getObject(1, UUID.class),
          row.getString(2),
          Timestamps.instant(row, 3),
          row.getBytes(4));
    }

    AccountNote opened(AccountId account, Optional<byte[]> text) {
      var read =
          text.orElseThrow(
              () -> new IllegalStateException("note " + id + " is not what was stored"));
      return new AccountNote(
          new NoteId(id),
          account,
          author,
          writtenAt,
          new NoteText(new String(read, StandardCharsets.UTF_8)));
    }
  }
}
