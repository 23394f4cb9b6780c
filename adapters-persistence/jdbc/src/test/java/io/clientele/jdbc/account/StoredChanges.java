package io.clientele.jdbc.account;

import static io.clientele.jdbc.transaction.Statements.instant;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.jdbc.testbed.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the audit entries and events of a database, as a receiver would. */
final class StoredChanges {
  private StoredChanges() {}

  static List<AuditEntry> entries(TestDatabase database) {
    var entries = new ArrayList<AuditEntry>();
    database.run(
        connection -> {
          try (var statement = connection.createStatement();
              var row =
                  statement.executeQuery(
                      "SELECT account_id, version, action, actor, at, request_id, reason"
                          + " FROM clientele_account_audit")) {
            while (row.next()) {
              entries.add(
                  new AuditEntry(
                      new Provenance(
                          row.getString(4),
                          instant(row.getLong(5)),
                          new Causation(row.getString(6), row.getString(7))),
                      row.getString(3),
                      AccountId.parse(row.getString(1)),
                      null,
                      fields(connection, row.getString(1), row.getLong(2), row.getString(3))));
            }
          }
        });
    return entries;
  }

  static List<PublishedEvent> events(TestDatabase database) {
    var events = new ArrayList<PublishedEvent>();
    database.run(
        connection -> {
          try (var statement = connection.createStatement();
              var row =
                  statement.executeQuery(
                      "SELECT account_id, version, type, at, changed, data, trace"
                          + " FROM clientele_account_event")) {
            while (row.next()) {
              var changed = row.getString(5);
              events.add(
                  new PublishedEvent(
                      row.getString(3),
                      instant(row.getLong(4)),
                      ChangeSubject.of(AccountId.parse(row.getString(1)))
                          .at(row.getLong(2))
                          .with(row.getString(6)),
                      changed.isEmpty() ? List.of() : List.of(changed.split(",")),
                      row.getString(7)));
            }
          }
        });
    return events;
  }

  private static List<FieldChange> fields(
      Connection connection, String account, long version, String action) throws SQLException {
    var fields = new ArrayList<FieldChange>();
    try (var query =
        connection.prepareStatement(
            "SELECT field, before_text, after_text FROM clientele_account_audit_field"
                + " WHERE account_id = ? AND version = ? AND action = ? ORDER BY number")) {
      query.setString(1, account);
      query.setLong(2, version);
      query.setString(3, action);
      try (var row = query.executeQuery()) {
        while (row.next()) {
          fields.add(new FieldChange(row.getString(1), row.getString(2), row.getString(3)));
        }
      }
    }
    return fields;
  }
}
