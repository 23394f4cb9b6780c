package io.clientele.jdbc.account;

import static io.clientele.jdbc.transaction.Statements.instant;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.jdbc.transaction.Statements;
import io.clientele.jdbc.transaction.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Reads the audit entries and the events that {@link SqlAccounts} appended, each in the transaction
 * of its change. Reads all of them at once, as tests and small stores do; SQL of your own may read
 * parts of {@code clientele_account_audit} and {@code clientele_account_event}. Safe for use by
 * many threads and processes.
 */
public final class SqlChanges {
  private static final String ENTRIES =
      """
      SELECT account_id, version, action, actor, at, request_id, reason
      FROM clientele_account_audit
      ORDER BY at, account_id, version
      """;
  private static final String FIELDS =
      """
      SELECT field, before_text, after_text FROM clientele_account_audit_field
      WHERE account_id = ? AND version = ? AND action = ?
      ORDER BY number
      """;
  private static final String EVENTS =
      """
      SELECT account_id, version, type, at, changed, data, trace
      FROM clientele_account_event
      ORDER BY at, account_id, version
      """;

  private final Transactions transactions;

  /** Changes in this database, whose tables {@link io.clientele.jdbc.SqlSchema} creates. */
  public SqlChanges(DataSource source) {
    transactions = new Transactions("changes of accounts", source);
  }

  /** Returns all audit entries, the oldest first. */
  public List<AuditEntry> audit() {
    return transactions.read(
        sql -> {
          var entries = new ArrayList<AuditEntry>();
          for (var row : sql.list(ENTRIES, EntryRow::read)) {
            entries.add(row.with(sql));
          }
          return entries;
        });
  }

  /** Returns all events, the oldest first. The data of an erased account are null. */
  public List<PublishedEvent> published() {
    return transactions.read(sql -> sql.list(EVENTS, SqlChanges::event));
  }

  private static PublishedEvent event(ResultSet row) throws SQLException {
    var changed = row.getString("changed");
    return new PublishedEvent(
        row.getString("type"),
        instant(row.getLong("at")),
        ChangeSubject.of(AccountId.parse(row.getString("account_id")))
            .at(row.getLong("version"))
            .with(row.getString("data")),
        changed.isEmpty() ? List.of() : List.of(changed.split(",")),
        row.getString("trace"));
  }

  /** An entry before its changed fields are read. */
  private record EntryRow(Provenance act, String action, String account, long version) {
    static EntryRow read(ResultSet row) throws SQLException {
      var cause = new Causation(row.getString("request_id"), row.getString("reason"));
      return new EntryRow(
          new Provenance(row.getString("actor"), instant(row.getLong("at")), cause),
          row.getString("action"),
          row.getString("account_id"),
          row.getLong("version"));
    }

    AuditEntry with(Statements sql) throws SQLException {
      var fields = sql.list(FIELDS, EntryRow::field, account, version, action);
      return new AuditEntry(act, action, AccountId.parse(account), null, fields);
    }

    private static FieldChange field(ResultSet row) throws SQLException {
      return new FieldChange(row.getString(1), row.getString(2), row.getString(3));
    }
  }
}
