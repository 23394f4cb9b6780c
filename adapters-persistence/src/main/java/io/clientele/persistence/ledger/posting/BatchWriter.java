package io.clientele.persistence.ledger.posting;

import io.clientele.domain.ledger.rules.Decision;
import io.clientele.domain.ledger.rules.HoldState;
import io.clientele.domain.ledger.rules.HouseDelta;
import io.clientele.domain.ledger.rules.PocketState;
import io.clientele.domain.ledger.rules.PostingState;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.persistence.change.ChainQueue;
import io.clientele.persistence.change.ChainedRecords.ChainedRecord;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.ledger.row.Binds;
import io.clientele.persistence.ledger.row.PocketRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes the whole decision of a batch in one round trip. */
final class BatchWriter {
  private static final String WRITE =
      TransferArrays.INSERT
          + """
          ;
          UPDATE balance SET posted = changed.posted, held = changed.held, seq = changed.seq,
            booked_at = changed.booked_at
          FROM unnest(?::uuid[], ?::numeric[], ?::numeric[], ?::bigint[], ?::timestamptz[])
            AS changed (pocket, posted, held, seq, booked_at)
          WHERE balance.pocket = changed.pocket;
          INSERT INTO entry (pocket, seq, booked_at, transfer, leg, delta, held_delta, posted_after, held_after)
          SELECT pocket, seq, booked_at, transfer, leg, delta, held_delta, posted_after, held_after
          FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::smallint[], ?::numeric[],
            ?::numeric[], ?::numeric[], ?::numeric[])
            AS made (pocket, seq, booked_at, transfer, leg, delta, held_delta, posted_after, held_after);
          INSERT INTO hold (transfer, leg, pocket, rest, expires_at, owner, ended)
          SELECT transfer, leg, pocket, rest, expires_at, owner, ended
          FROM unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::numeric[], ?::timestamptz[], ?::text[], ?::text[])
            AS made (transfer, leg, pocket, rest, expires_at, owner, ended)
          ON CONFLICT (transfer, leg) DO UPDATE SET rest = excluded.rest, ended = excluded.ended;
          INSERT INTO house_delta (booked_at, pocket, transfer, leg, delta)
          SELECT booked_at, pocket, transfer, leg, delta
          FROM unnest(?::timestamptz[], ?::uuid[], ?::uuid[], ?::smallint[], ?::numeric[])
            WITH ORDINALITY AS made (booked_at, pocket, transfer, leg, delta, position)
          ORDER BY position;
          """
          + ChainQueue.append();

  private final SubjectKeys keys;

  BatchWriter(SubjectKeys keys) {
    this.keys = keys;
  }

  void write(Connection connection, PostingState state, Decision decision) throws SQLException {
    var binds = new Binds(connection);
    var records = new TransferArrays(connection, keys, state, decision).bind(binds);
    balances(binds, decision.pockets());
    entries(binds, decision.entries());
    holds(binds, decision.holds());
    houseDeltas(binds, decision.houseDeltas());
    var row = records.subList(0, Math.min(records.size(), ChainQueue.RECORDS_MAX));
    ChainQueue.binds(connection, row).forEach(binds::add);
    Sql.update(connection, WRITE, binds.all());
    queue(connection, records.subList(row.size(), records.size()));
  }

  /** Queues the records of a decision that is too large for one row. */
  private static void queue(Connection connection, List<ChainedRecord> records)
      throws SQLException {
    for (var from = 0; from < records.size(); from += ChainQueue.RECORDS_MAX) {
      var to = Math.min(records.size(), from + ChainQueue.RECORDS_MAX);
      var row = ChainQueue.binds(connection, records.subList(from, to));
      Sql.update(connection, ChainQueue.append(), row.toArray());
    }
  }

  private static void balances(Binds binds, List<PocketState> rows) throws SQLException {
    binds.add("uuid", rows, row -> row.pocket().id().value());
    binds.add("numeric", rows, row -> PocketRow.numeric(row.posted()));
    binds.add("numeric", rows, row -> PocketRow.numeric(row.held()));
    binds.add("bigint", rows, PocketState::seq);
    binds.add("timestamptz", rows, row -> Timestamps.of(row.bookedAt()));
  }

  private static void entries(Binds binds, List<Entry> rows) throws SQLException {
    binds.add("uuid", rows, row -> row.pocket().value());
    binds.add("bigint", rows, Entry::seq);
    binds.add("timestamptz", rows, row -> Timestamps.of(row.bookedAt()));
    binds.add("uuid", rows, row -> row.transfer().value());
    binds.add("smallint", rows, row -> (short) row.leg());
    binds.add("numeric", rows, row -> PocketRow.numeric(row.delta()));
    binds.add("numeric", rows, row -> PocketRow.numeric(row.heldDelta()));
    binds.add("numeric", rows, row -> PocketRow.numeric(row.postedAfter()));
    binds.add("numeric", rows, row -> PocketRow.numeric(row.heldAfter()));
  }

  private static void holds(Binds binds, List<HoldState> rows) throws SQLException {
    binds.add("uuid", rows, row -> row.transfer().value());
    binds.add("smallint", rows, row -> (short) row.leg());
    binds.add("uuid", rows, row -> row.pocket().value());
    binds.add("numeric", rows, row -> PocketRow.numeric(row.rest()));
    binds.add("timestamptz", rows, row -> Timestamps.of(row.expiresAt()));
    binds.add("text", rows, HoldState::owner);
    binds.add("text", rows, row -> row.ended() == null ? null : row.ended().name());
  }

  private static void houseDeltas(Binds binds, List<HouseDelta> rows) throws SQLException {
    binds.add("timestamptz", rows, row -> Timestamps.of(row.bookedAt()));
    binds.add("uuid", rows, row -> row.pocket().value());
    binds.add("uuid", rows, row -> row.transfer().value());
    binds.add("smallint", rows, row -> (short) row.leg());
    binds.add("numeric", rows, row -> PocketRow.numeric(row.delta()));
  }
}
