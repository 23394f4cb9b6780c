package io.clientele.persistence.ledger;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Balance;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.persistence.jdbc.BatchedLookups;
import io.clientele.persistence.jdbc.BatchedSetLookups;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.ledger.posting.BatchLocks;
import io.clientele.persistence.ledger.row.PocketRow;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads balances and entries. */
final class LedgerHistory {
  private static final String BALANCES =
      """
      SELECT pocket, posted + coalesce((SELECT sum(delta) FROM house_delta WHERE house_delta.pocket = balance.pocket), 0),
        held, seq, clock_timestamp()
      FROM balance
      WHERE pocket = ANY (?)
      """;

  private static final String POCKET =
      """
      SELECT account_id IS NULL, clock_timestamp() FROM pocket WHERE id = ?
      """;

  /** A posting that has read the clock holds this row until it has ended. */
  private static final String SETTLE = "SELECT pocket FROM balance WHERE pocket = ? FOR SHARE";

  private static final String AT =
      """
      SELECT pocket, posted_after, held_after, seq FROM entry
      WHERE pocket = ? AND booked_at <= ?
      ORDER BY seq DESC
      LIMIT 1
      """;

  /** Changes of a house pocket that are no entries yet. */
  private static final String UNFOLDED =
      "SELECT coalesce(sum(delta), 0) FROM house_delta WHERE pocket = ? AND booked_at <= ?";

  private static final String AFTER =
      "SELECT pocket, posted_after, held_after, seq, booked_at FROM entry WHERE pocket = ? AND seq"
          + " = ?";

  private static final String ENTRIES =
      """
      SELECT pocket, seq, booked_at, transfer, leg, delta, held_delta, posted_after, held_after FROM entry
      WHERE pocket = ? AND seq < ?
      ORDER BY seq DESC
      LIMIT ?
      """;

  private final Sql sql;
  private final BatchedSetLookups<PocketId, Balance> lookups;

  LedgerHistory(Sql sql) {
    this.sql = sql;
    this.lookups = new BatchedSetLookups<>("the ledger", BatchedLookups.PATIENCE, this::read);
  }

  Map<PocketId, Balance> balances(Collection<PocketId> pockets) {
    return lookups.find(pockets);
  }

  private Map<PocketId, Balance> read(Collection<PocketId> pockets) {
    return sql.run(
        connection -> {
          var balances = new HashMap<PocketId, Balance>();
          Sql.each(
              connection,
              BALANCES,
              row -> {
                var balance = balance(row, Timestamps.instant(row, 5));
                balances.put(balance.pocket(), balance);
              },
              Sql.uuids(connection, pockets.stream().map(PocketId::value).toList()));
          return balances;
        });
  }

  /** Waits for postings that may have a time before the requested one. */
  Optional<Balance> balanceAt(PocketId pocket, Instant at) {
    return sql.transaction(
        connection -> {
          var isHouse = isHouseBy(connection, pocket, at);
          return isHouse.isEmpty()
              ? Optional.<Balance>empty()
              : Optional.of(balanceAt(connection, pocket, at, isHouse.get()));
        });
  }

  /**
   * Whether the pocket belongs to the house; empty if it does not exist or the time is in the
   * future.
   */
  private static Optional<Boolean> isHouseBy(Connection connection, PocketId pocket, Instant at)
      throws SQLException {
    var found =
        Sql.list(
            connection,
            POCKET,
            row ->
                Timestamps.instant(row, 2).isBefore(at)
                    ? Optional.<Boolean>empty()
                    : Optional.of(row.getBoolean(1)),
            pocket.value());
    return found.isEmpty() ? Optional.empty() : found.getFirst();
  }

  private static Balance balanceAt(
      Connection connection, PocketId pocket, Instant at, boolean isHouse) throws SQLException {
    if (isHouse) {
      Sql.list(connection, BatchLocks.ALONE, row -> true, pocket.value());
    }
    Sql.list(connection, SETTLE, row -> true, pocket.value());
    var time = Timestamps.of(at);
    var last =
        Sql.list(connection, AT, row -> balance(row, at), pocket.value(), time).stream()
            .findFirst()
            .orElseGet(() -> new Balance(pocket, BigInteger.ZERO, BigInteger.ZERO, 0, at));
    var unfolded =
        Sql.list(connection, UNFOLDED, row -> PocketRow.minor(row, 1), pocket.value(), time)
            .getFirst();
    return new Balance(pocket, last.posted().add(unfolded), last.held(), last.seq(), at);
  }

  Optional<Balance> balanceAfter(PocketId pocket, long seq) {
    return sql
        .list(AFTER, row -> balance(row, Timestamps.instant(row, 5)), pocket.value(), seq)
        .stream()
        .findFirst();
  }

  List<Entry> entries(PocketId pocket, @Nullable Long before, int limit) {
    return sql.list(
        ENTRIES,
        LedgerHistory::entry,
        pocket.value(),
        before == null ? Long.MAX_VALUE : before,
        limit);
  }

  private static Balance balance(ResultSet row, Instant asOf) throws SQLException {
    return new Balance(
        new PocketId(row.getObject(1, UUID.class)),
        PocketRow.minor(row, 2),
        PocketRow.minor(row, 3),
        row.getLong(4),
        asOf);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        new PocketId(row.getObject(1, UUID.class)),
        row.getLong(2),
        Timestamps.instant(row, 3),
        new TransferId(row.getObject(4, UUID.class)),
        row.getInt(5),
        PocketRow.minor(row, 6),
        PocketRow.minor(row, 7),
        PocketRow.minor(row, 8),
        PocketRow.minor(row, 9));
  }
}
