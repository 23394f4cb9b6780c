package io.clientele.jdbc.account;

import static io.clientele.jdbc.transaction.Statements.micros;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.jdbc.transaction.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends the audit entry and the published event of each event of an account. */
final class ChangeLog {
  private static final String ENTRY =
      """
      INSERT INTO clientele_account_audit (account_id, version, action, actor, at, request_id, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIELD =
      """
      INSERT INTO clientele_account_audit_field (account_id, version, action, number, field, before_text,
        after_text)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String EVENT =
      """
      INSERT INTO clientele_account_event (account_id, version, type, at, changed, data, trace)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private final Statements sql;
  private final AccountId account;

  ChangeLog(Statements sql, AccountId account) {
    this.sql = sql;
    this.account = account;
  }

  /** Appends one event under the version of its subject. */
  void append(Provenance act, DomainEvent event, ChangeSubject about) throws SQLException {
    var entry = AuditEntry.of(act, event, account, null);
    var id = account.toString();
    sql.update(
        ENTRY,
        id,
        about.version(),
        entry.action(),
        act.actor(),
        micros(act.at()),
        act.cause().requestId(),
        act.cause().reason());
    var fields = new ArrayList<List<@Nullable Object>>();
    for (var change : entry.changes()) {
      var field = new ArrayList<@Nullable Object>();
      field.add(id);
      field.add(about.version());
      field.add(entry.action());
      field.add(fields.size());
      field.add(change.field());
      field.add(change.before());
      field.add(change.after());
      fields.add(field);
    }
    sql.batch(FIELD, fields);
    var published = PublishedEvent.of(act, event, about);
    if (published.isPresent()) {
      publish(published.get());
    }
  }

  /** Deletes the personal data of all entries and events. */
  void erase() throws SQLException {
    var id = account.toString();
    sql.update("DELETE FROM clientele_account_audit_field WHERE account_id = ?", id);
    sql.update("UPDATE clientele_account_audit SET reason = NULL WHERE account_id = ?", id);
    sql.update("UPDATE clientele_account_event SET data = NULL WHERE account_id = ?", id);
  }

  private void publish(PublishedEvent event) throws SQLException {
    sql.update(
        EVENT,
        account.toString(),
        event.about().version(),
        event.type(),
        micros(event.at()),
        String.join(",", event.changed()),
        event.about().data(),
        event.trace());
  }
}
