package io.clientele.persistence.ledger.chain;

import io.clientele.persistence.change.ChainedRecords;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.ledger.row.PocketRow;
import io.clientele.persistence.ledger.row.TransferRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The transfers that are chained, with the entries of their pockets. */
public final class ChainedTransfers implements ChainedRecords {
  /** An entry is found by its key. One that is gone or belongs to another transfer is no mark. */
  private static final String FIND =
      """
      SELECT transfer.id, mark.pocket, mark.seq, posted_after, held_after
      FROM transfer
      CROSS JOIN LATERAL unnest(bounded_pocket, bounded_seq) WITH ORDINALITY AS mark (pocket, seq, position)
      JOIN entry ON entry.pocket = mark.pocket AND entry.seq = mark.seq AND entry.booked_at = transfer.booked_at
        AND entry.transfer = transfer.id
      WHERE transfer.id = ANY (?)
      ORDER BY transfer.id, position;
      SELECT
      """
          + TransferRow.COLUMNS
          + " FROM transfer WHERE transfer.id = ANY (?)";

  /** The hash of a row that is not a transfer any more. */
  private static final byte[] UNREADABLE = new byte[32];

  /** Creates the source of transfers. */
  public ChainedTransfers() {}

  @Override
  public String view() {
    return "ledger_published_record";
  }

  @Override
  public List<ChainedRecord> find(Connection connection, Collection<UUID> ids) throws SQLException {
    var marks = new HashMap<UUID, List<PocketMark>>();
    var records = new ArrayList<ChainedRecord>();
    Sql.queries(
        connection,
        FIND,
        List.of(row -> mark(row, marks), row -> records.add(record(row, marks))),
        Sql.uuids(connection, ids),
        Sql.uuids(connection, ids));
    return records;
  }

  private static void mark(ResultSet row, Map<UUID, List<PocketMark>> marks) throws SQLException {
    marks
        .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
        .add(
            new PocketMark(
                row.getObject(2, UUID.class),
                row.getLong(3),
                PocketRow.minor(row, 4),
                PocketRow.minor(row, 5)));
  }

  private static ChainedRecord record(ResultSet row, Map<UUID, List<PocketMark>> marks)
      throws SQLException {
    var id = row.getObject(1, UUID.class);
    try {
      var subject = row.getObject(19, UUID.class);
      var ofTransfer = marks.getOrDefault(id, List.of());
      return new TransferRecord(
              TransferRow.withoutMetadata(row), ofTransfer, subject, row.getBytes(20))
          .chained();
    } catch (RuntimeException altered) {
      return new ChainedRecord(id, Timestamps.instant(row, 2), UNREADABLE, UNREADABLE);
    }
  }
}
