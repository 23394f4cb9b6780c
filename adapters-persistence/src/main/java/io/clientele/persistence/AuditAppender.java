package io.clientele.persistence;

import io.clientele.domain.Change;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.audit.AuditEntry;
import io.clientele.domain.audit.EntryId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the trail of audit in the transaction of what is done. No lock is taken: entries are
 * noted as pending, and chained a moment later.
 */
final class AuditAppender {
  private static final String APPEND =
      """
      WITH appended AS (
        INSERT INTO audit_entry (at, id, actor, action, account_id, subject, request_id, sealed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        RETURNING at, id
      )
      INSERT INTO audit_pending (entry_at, entry_id) SELECT at, id FROM appended
      """;

  private final SubjectKeys keys;

  AuditAppender(SubjectKeys keys) {
    this.keys = keys;
  }

  /** One entry for each event of a change of this account. */
  void append(Connection connection, Change<?> change, AccountId account) throws SQLException {
    append(connection, AuditEntry.of(change, account));
  }

  /** Several, in their order. */
  void append(Connection connection, List<AuditEntry> entries) throws SQLException {
    for (var entry : entries) {
      append(connection, entry);
    }
  }

  /** One. */
  void append(Connection connection, AuditEntry entry) throws SQLException {
    var act = entry.act();
    var account = entry.account();
    var id = EntryId.of(act.at(), ThreadLocalRandom.current());
    Sql.update(
        connection,
        APPEND,
        AccountRow.timestamp(act.at()),
        id.value(),
        act.actor(),
        entry.action(),
        account == null ? null : account.value(),
        entry.subject(),
        act.cause().requestId(),
        sealed(connection, id, entry));
  }

  /** Null if there is nothing to seal, or nobody left to seal it for. */
  private byte @Nullable [] sealed(Connection connection, EntryId id, AuditEntry entry)
      throws SQLException {
    var secret = new AuditSecret(entry.changes(), entry.act().cause().reason());
    return secret.equals(AuditSecret.NONE)
        ? null
        : keys.of(connection, entry.account())
            .map(key -> Aes.sealed(key, id.value(), secret.bytes()))
            .orElse(null);
  }
}
