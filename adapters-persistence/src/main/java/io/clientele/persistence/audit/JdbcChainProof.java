package io.clientele.persistence.audit;

import io.clientele.domain.audit.chain.BlockProof;
import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.ChainProof;
import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.persistence.change.ChainedRecords;
import io.clientele.persistence.change.ChainedRecords.ChainedRecord;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Blocks of the chain with their entries, in PostgreSQL. */
public final class JdbcChainProof implements ChainProof {
  private static final String BLOCKS =
      "SELECT "
          + AuditRow.BLOCK
          + " FROM audit_block WHERE number >= ? AND number < ? ORDER BY number";

  private static final String ENTRIES =
      "SELECT "
          + AuditRow.ENTRY
          + " FROM unnest(?::uuid[], ?::timestamptz[]) AS link (id, at)"
          + " JOIN audit_entry AS entry ON entry.at = link.at AND entry.id = link.id";

  private final Sql sql;
  private final RecordTables tables;

  /** The chain in this database, of audit entries and of these records. */
  public JdbcChainProof(Database database, Collection<ChainedRecords> records) {
    this.sql = database.requests();
    this.tables = new RecordTables(records);
  }

  @Override
  public List<BlockProof> blocks(long from, int max) {
    return sql.transaction(
        connection -> {
          TransactionSettings.readInIndexOrder(connection);
          var proofs = new ArrayList<BlockProof>();
          for (var block : Sql.list(connection, BLOCKS, AuditRow::block, from, from + max)) {
            proofs.add(proof(connection, block));
          }
          return proofs;
        });
  }

  private BlockProof proof(Connection connection, AuditRow.Stated stated) throws SQLException {
    var links = stated.block().links();
    var found = new HashMap<AuditEntryId, BlockProof.Entry>();
    Sql.each(
        connection,
        ENTRIES,
        row -> {
          var entry = AuditRow.entry(row);
          found.put(entry.id(), proof(entry));
        },
        AuditRow.ids(connection, links),
        AuditRow.times(connection, links));
    var missing = links.stream().map(ChainBlock.Link::id).filter(id -> !found.containsKey(id));
    var records = tables.find(connection, missing.map(AuditEntryId::value).toList());
    var entries = links.stream().map(link -> proof(link, found, records)).toList();
    return new BlockProof(stated.block(), stated.stated(), entries);
  }

  private static BlockProof.Entry proof(EncryptedAuditEntry entry) {
    var digest = entry.digest();
    var link = entry.link();
    return digest == null
        ? new BlockProof.Entry(link, null, null)
        : proof(link, entry.rest(), digest);
  }

  private static BlockProof.Entry proof(ChainBlock.Link link, Sha256Hash rest, byte[] digest) {
    return new BlockProof.Entry(link, rest, digest.length == 0 ? null : digest);
  }

  private static BlockProof.Entry proof(
      ChainBlock.Link link,
      Map<AuditEntryId, BlockProof.Entry> entries,
      Map<UUID, ChainedRecord> records) {
    var entry = entries.get(link.id());
    if (entry != null) {
      return new BlockProof.Entry(link, entry.rest(), entry.digest());
    }
    var record = records.get(link.id().value());
    return record == null
        ? new BlockProof.Entry(link, null, null)
        : proof(link, Sha256Hash.of(record.rest()), record.digest());
  }
}
