package io.clientele.persistence.ledger.posting;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.HoldState;
import io.clientele.domain.ledger.rules.PocketState;
import io.clientele.domain.ledger.rules.PostingState;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Refusal.HoldEnd;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.ledger.row.PocketRow;
import io.clientele.persistence.ledger.row.TransferRow;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads all rows that the decision of a batch needs, in one round trip. Used once. */
final class BatchReader {
  private static final String READ =
      "SELECT "
          + PocketRow.COLUMNS
          + """
            , posted, held, seq, booked_at
          FROM pocket JOIN asset ON asset.code = pocket.asset JOIN balance ON balance.pocket = pocket.id
          WHERE pocket.id = ANY (?);
          """
          + TransferRow.SELECT
          + """
          WHERE transfer.id = ANY (?);
          SELECT transfer, leg, pocket, rest, expires_at, owner, ended FROM hold WHERE transfer = ANY (?);
          SELECT parent, number, amount FROM transfer CROSS JOIN unnest(leg_number, leg_amount) AS leg (number, amount)
          WHERE parent = ANY (?) AND kind = 'reversal' AND refusal IS NULL;
          SELECT clock_timestamp(), pg_current_xact_id_if_assigned()::text
          """;

  private final SubjectKeys keys;
  private final Map<PocketId, PocketState> pockets = new HashMap<>();
  private final Map<TransferId, BookedTransfer> transfers = new HashMap<>();
  private final Map<TransferId, List<HoldState>> holds = new HashMap<>();
  private final Map<TransferId, Map<Integer, BigInteger>> reversed = new HashMap<>();
  private final Set<TransferId> erased = new HashSet<>();
  private Instant now = Instant.EPOCH;
  private @Nullable String transactionId;

  BatchReader(SubjectKeys keys) {
    this.keys = keys;
  }

  /** Reads the pockets, and the transfers with these ids and parents. */
  BatchState read(
      Connection connection,
      Collection<PocketId> ids,
      Collection<TransferId> transferIds,
      Collection<TransferId> parents)
      throws SQLException {
    var known = new HashSet<UUID>();
    transferIds.forEach(id -> known.add(id.value()));
    parents.forEach(id -> known.add(id.value()));
    var of = Sql.uuids(connection, parents.stream().map(TransferId::value).toList());
    Sql.queries(
        connection,
        READ,
        List.of(this::pocket, this::transfer, this::hold, this::reversal, this::clock),
        Sql.uuids(connection, ids.stream().map(PocketId::value).toList()),
        Sql.uuids(connection, known),
        of,
        of);
    return new BatchState(
        new PostingState(now, pockets, transfers, holds, reversed), erased, transactionId);
  }

  private void pocket(ResultSet row) throws SQLException {
    var state = PocketRow.state(row);
    pockets.put(state.pocket().id(), state);
  }

  private void transfer(ResultSet row) throws SQLException {
    var stored = TransferRow.read(row, keys);
    transfers.put(stored.booked().id(), stored.booked());
    if (stored.isErased()) {
      erased.add(stored.booked().id());
    }
  }

  private void hold(ResultSet row) throws SQLException {
    var ended = row.getString(7);
    var leg =
        new HoldState(
            new TransferId(row.getObject(1, UUID.class)),
            row.getInt(2),
            new PocketId(row.getObject(3, UUID.class)),
            PocketRow.minor(row, 4),
            Timestamps.instant(row, 5),
            row.getString(6),
            ended == null ? null : HoldEnd.valueOf(ended));
    holds.computeIfAbsent(leg.transfer(), id -> new ArrayList<>()).add(leg);
  }

  private void reversal(ResultSet row) throws SQLException {
    reversed
        .computeIfAbsent(new TransferId(row.getObject(1, UUID.class)), id -> new HashMap<>())
        .merge(row.getInt(2), PocketRow.minor(row, 3), BigInteger::add);
  }

  private void clock(ResultSet row) throws SQLException {
    now = Timestamps.instant(row, 1);
    transactionId = row.getString(2);
  }
}
