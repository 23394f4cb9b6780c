package io.clientele.persistence.audit;

import io.clientele.domain.audit.AuditPage;
import io.clientele.domain.audit.AuditPage.Recorded;
import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.AuditPayload;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.EncryptedKey;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.ReadRouter;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trail of audit in PostgreSQL. */
public final class JdbcAuditTrail implements AuditTrail {
  private static final Logger LOG = System.getLogger(JdbcAuditTrail.class.getName());

  /** Keys are read with the rows, so a destroyed key is never used. */
  private static final String PAGE =
      "SELECT "
          + AuditRow.ENTRY
          + ", subject_key.wrapped, subject_key.wrapped_by FROM (SELECT * FROM audit_entry WHERE"
          + " :filter ORDER BY at DESC, id DESC LIMIT ?) AS entry LEFT JOIN subject_key ON"
          + " subject_key.account_id = CASE WHEN entry.account_id IS NULL OR entry.action ="
          + " 'account.erased' THEN '"
          + SubjectKeys.NO_ACCOUNT
          + "'::uuid ELSE entry.account_id END ORDER BY entry.at DESC, entry.id DESC";

  private final Sql sql;
  private final ReadRouter reads;
  private final SubjectKeys keys;
  private final ChangeStore changes;

  /** The trail in this database. */
  public JdbcAuditTrail(Database database, ChangeStore changes) {
    this.sql = database.requests();
    this.reads = database.reads();
    this.keys = changes.subjectKeys();
    this.changes = changes;
  }

  @Override
  public void append(AuditEntry entry) {
    changes.append(sql, entry);
  }

  @Override
  public AuditPage page(AuditQuery query) {
    var conditions = new ArrayList<String>(List.of("true"));
    var values = new ArrayList<@Nullable Object>();
    var filter = query.filter();
    var account = filter.account();
    limit(conditions, values, "account_id = ?", account == null ? null : account.value());
    limit(conditions, values, "actor = ?", filter.actor());
    limit(conditions, values, "action = ?", filter.action());
    var from = filter.from();
    limit(conditions, values, "at >= ?", from == null ? null : Timestamps.of(from));
    var to = filter.to();
    limit(conditions, values, "at < ?", to == null ? null : Timestamps.of(to));
    var after = query.after();
    if (after != null) {
      conditions.add("(at, id) < (?, ?)");
      values.add(Timestamps.of(after.at()));
      values.add(after.id().value());
    }
    values.add(query.limit() + 1);
    var page = PAGE.replace(":filter", String.join(" AND ", conditions));
    return AuditPage.of(
        reads.transaction(
            connection -> {
              TransactionSettings.readInIndexOrder(connection);
              return Sql.list(connection, page, this::recorded, values.toArray());
            }),
        query.limit());
  }

  private static void limit(
      List<String> conditions,
      List<@Nullable Object> values,
      String condition,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }

  private Recorded recorded(ResultSet row) throws SQLException {
    var stored = AuditRow.entry(row);
    var blank = entry(stored, AuditPayload.NONE);
    var subject =
        blank.isErasure() ? SubjectKeys.NO_ACCOUNT : SubjectKeys.subject(stored.account());
    var wrapped = row.getBytes(10);
    var wrappedBy = row.getString(11);
    var sealed = stored.sealed();
    return new Recorded(
        stored.id(),
        sealed == null || wrapped == null || wrappedBy == null
            ? blank
            : entry(stored, secret(stored, sealed, new EncryptedKey(subject, wrapped, wrappedBy))));
  }

  private static AuditEntry entry(EncryptedAuditEntry stored, AuditPayload secret) {
    var act =
        new Provenance(
            stored.actor(), stored.at(), new Causation(stored.requestId(), secret.reason()));
    return new AuditEntry(
        act, stored.action(), stored.account(), stored.subject(), secret.changes());
  }

  private AuditPayload secret(EncryptedAuditEntry entry, byte[] sealed, EncryptedKey wrapped) {
    var key = keys.unwrapped(wrapped);
    var opened = AesGcm.opened(key, entry.id().value(), sealed).map(AuditPayload::of);
    if (opened.isEmpty()) {
      LOG.log(Level.WARNING, "entry {0} of the audit is not what was stored", entry.id());
    }
    return opened.orElse(AuditPayload.NONE);
  }
}
