package io.clientele.persistence.audit;

import io.clientele.domain.audit.AuditQuery.Place;
import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries and blocks as rows. */
final class AuditRow {
  /** The columns of {@link #entry}, in order. */
  static final String ENTRY =
      "entry.at, entry.id, entry.actor, entry.action, entry.account_id, entry.subject,"
          + " entry.request_id, entry.sealed, entry.digest";

  /** The columns of {@link #block}, in order. */
  static final String BLOCK = "number, previous, hash, ids, times, hashes, first_at, last_at";

  private AuditRow() {}

  static EncryptedAuditEntry entry(ResultSet row) throws SQLException {
    var account = row.getObject(5, UUID.class);
    return new EncryptedAuditEntry(
        new AuditEntryId(row.getObject(2, UUID.class)),
        Timestamps.instant(row, 1),
        row.getString(3),
        row.getString(4),
        account == null ? null : new AccountId(account),
        row.getString(6),
        row.getString(7),
        row.getBytes(8),
        row.getBytes(9));
  }

  /**
   * A block, and the hash that is stored with it.
   *
   * @param stated may be wrong
   */
  record Stated(ChainBlock block, Sha256Hash stated) {}

  static Stated block(ResultSet row) throws SQLException {
    var hashes = (byte[][]) row.getArray(6).getArray();
    var links = new ArrayList<ChainBlock.Link>(hashes.length);
    for (var place : places(row, 4)) {
      var hash = Sha256Hash.of(hashes[links.size()]);
      links.add(new ChainBlock.Link(place.id(), place.at(), hash));
    }
    var block = new ChainBlock(row.getLong(1), Sha256Hash.of(row.getBytes(2)), links);
    return new Stated(
        block, isPlaced(row, links) ? Sha256Hash.of(row.getBytes(3)) : Sha256Hash.NONE);
  }

  /** Reads an array of ids, and the array of their times in the next column. */
  static List<Place> places(ResultSet row, int column) throws SQLException {
    var ids = (UUID[]) row.getArray(column).getArray();
    var places = new ArrayList<Place>(ids.length);
    try (var times = row.getArray(column + 1).getResultSet()) {
      while (times.next()) {
        var at = times.getObject(2, OffsetDateTime.class).toInstant();
        places.add(new Place(at, new AuditEntryId(ids[places.size()])));
      }
    }
    return places;
  }

  /**
   * A block is found by its first and last time, which no hash covers because they follow from its
   * entries.
   */
  private static boolean isPlaced(ResultSet row, List<ChainBlock.Link> links) throws SQLException {
    var times = links.stream().map(ChainBlock.Link::at).sorted().toList();
    return !times.isEmpty()
        && times.getFirst().equals(Timestamps.instant(row, 7))
        && times.getLast().equals(Timestamps.instant(row, 8));
  }

  static List<@Nullable Object> values(Connection connection, ChainBlock block)
      throws SQLException {
    var links = block.links();
    var times = links.stream().map(link -> Timestamps.of(link.at())).sorted().toList();
    var hashes = links.stream().map(link -> link.hash().bytes()).toArray(byte[][]::new);
    var values = new ArrayList<@Nullable Object>();
    values.add(block.number());
    values.add(block.previous().bytes());
    values.add(block.hash().bytes());
    values.add(ids(connection, links));
    values.add(times(connection, links));
    values.add(connection.createArrayOf("bytea", hashes));
    values.add(times.getFirst());
    values.add(times.getLast());
    return values;
  }

  static Object ids(Connection connection, Collection<ChainBlock.Link> links) throws SQLException {
    return Sql.uuids(connection, links.stream().map(link -> link.id().value()).toList());
  }

  static Array times(Connection connection, Collection<ChainBlock.Link> links) throws SQLException {
    var times = links.stream().map(link -> Timestamps.of(link.at())).toArray();
    return connection.createArrayOf("timestamptz", times);
  }
}
