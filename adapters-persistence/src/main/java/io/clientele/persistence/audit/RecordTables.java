package io.clientele.persistence.audit;

import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.persistence.change.ChainedRecords;
import io.clientele.persistence.change.ChainedRecords.ChainedRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tables of all that the chain covers: the audit's own, and those that contexts contribute. */
final class RecordTables {
  private final List<ChainedRecords> contributed;

  RecordTables(Collection<ChainedRecords> contributed) {
    this.contributed = List.copyOf(contributed);
  }

  /** A table expression with the columns {@code at} and {@code id} of all entries and records. */
  String all() {
    var all = new StringBuilder("(SELECT at, id FROM audit_entry");
    contributed.forEach(
        records -> all.append(" UNION ALL SELECT at, id FROM ").append(records.view()));
    return all.append(")").toString();
  }

  /** Returns those records of other contexts that exist. */
  Map<UUID, ChainedRecord> find(Connection connection, Collection<UUID> ids) throws SQLException {
    var found = new HashMap<UUID, ChainedRecord>();
    if (!ids.isEmpty()) {
      for (var records : contributed) {
        records.find(connection, ids).forEach(record -> found.put(record.id(), record));
      }
    }
    return found;
  }

  /** The hash of a record in its block. */
  static Sha256Hash hash(byte[] rest, byte[] digest) {
    return EncryptedAuditEntry.hash(Sha256Hash.of(rest), digest);
  }
}
