package io.clientele.persistence.ledger.posting;

import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferQuery;
import io.clientele.domain.ledger.transfer.TransferQuery.Selection;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.BatchedLookups;
import io.clientele.persistence.jdbc.BatchedSetLookups;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.ledger.row.TransferRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads decided transfers. */
public final class TransferList {
  private static final String FIND = TransferRow.SELECT + "WHERE transfer.id = ANY (?)";

  private static final String OF_POCKET =
      """
      WHERE transfer.id IN (SELECT transfer FROM entry WHERE pocket = ? AND booked_at <= ?)
      """;

  private static final String OF_ACCOUNT =
      """
      WHERE transfer.id IN (
        SELECT entry.transfer FROM entry JOIN pocket ON pocket.id = entry.pocket
        WHERE pocket.account_id = ? AND entry.booked_at <= ?
      )
      """;

  private static final String OF_PARENT = "WHERE parent = ? AND booked_at <= ?\n";
  private static final String WITHIN =
      "WHERE booked_at >= ? AND booked_at <= ? AND booked_at < ?\n";

  private static final String PAGE =
      """
        AND (booked_at, transfer.id) < (?, ?) AND (?::text IS NULL OR reason = ?)
      ORDER BY booked_at DESC, transfer.id DESC
      LIMIT ?
      """;

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
  private static final UUID LAST_ID = new UUID(-1, -1);

  private final Sql sql;
  private final SubjectKeys keys;

  public TransferList(Sql sql, SubjectKeys keys) {
    this.sql = sql;
    this.keys = keys;
  }

  /** Returns look-ups that join with those of other threads. */
  static BatchedSetLookups<TransferId, BookedTransfer> batched(Sql sql, SubjectKeys keys) {
    return new BatchedSetLookups<>(
        "the ledger",
        BatchedLookups.PATIENCE,
        ids -> sql.run(connection -> find(connection, keys, ids)));
  }

  public Map<TransferId, BookedTransfer> find(Collection<TransferId> ids) {
    return sql.run(connection -> find(connection, keys, ids));
  }

  static Map<TransferId, BookedTransfer> find(
      Connection connection, SubjectKeys keys, Collection<TransferId> ids) throws SQLException {
    var found = new HashMap<TransferId, BookedTransfer>();
    Sql.each(
        connection,
        FIND,
        row -> {
          var booked = TransferRow.read(row, keys).booked();
          found.put(booked.id(), booked);
        },
        Sql.uuids(connection, ids.stream().map(TransferId::value).toList()));
    return found;
  }

  public List<BookedTransfer> list(TransferQuery query) {
    var after = query.after();
    var until = Timestamps.of(after == null ? LAST : after.bookedAt());
    var binds = new ArrayList<@Nullable Object>();
    String where;
    switch (query.selection()) {
      case Selection.OfPocket(var pocket) -> {
        where = OF_POCKET;
        binds.addAll(List.of(pocket.value(), until));
      }
      case Selection.OfAccount(var account) -> {
        where = OF_ACCOUNT;
        binds.addAll(List.of(account.value(), until));
      }
      case Selection.OfParent(var parent) -> {
        where = OF_PARENT;
        binds.addAll(List.of(parent.value(), until));
      }
      case Selection.Within(var from, var to) -> {
        where = WITHIN;
        binds.addAll(List.of(Timestamps.of(from), until, Timestamps.of(to)));
      }
    }
    binds.add(until);
    binds.add(after == null ? LAST_ID : after.id().value());
    binds.add(query.reason());
    binds.add(query.reason());
    binds.add(query.limit());
    return sql.list(
        TransferRow.SELECT + where + PAGE,
        row -> TransferRow.read(row, keys).booked(),
        binds.toArray());
  }
}
