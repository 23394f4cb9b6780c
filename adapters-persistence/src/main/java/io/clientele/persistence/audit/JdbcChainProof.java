package io.clientele.persistence.audit;

import io.clientele.domain.audit.chain.BlockProof;
import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.ChainProof;
import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** The chain in this database. */
  public JdbcChainProof(Database database) {
    this.sql = database.requests();
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

  private static BlockProof proof(Connection connection, AuditRow.Stated stated)
      throws SQLException {
    var links = stated.block().links();
    var found = new HashMap<AuditEntryId, EncryptedAuditEntry>();
    Sql.each(
        connection,
        ENTRIES,
        row -> {
          var entry = AuditRow.entry(row);
          found.put(entry.id(), entry);
        },
        AuditRow.ids(connection, links),
        AuditRow.times(connection, links));
    var entries = links.stream().map(link -> entry(link, found)).toList();
    return new BlockProof(stated.block(), stated.stated(), entries);
  }

  private static BlockProof.Entry entry(
      ChainBlock.Link link, Map<AuditEntryId, EncryptedAuditEntry> found) {
    var entry = found.get(link.id());
    var digest = entry == null ? null : entry.digest();
    return entry == null || digest == null
        ? new BlockProof.Entry(link, null, null)
        : new BlockProof.Entry(link, entry.rest(), digest.length == 0 ? null : digest);
  }
}
