package io.clientele.persistence.task;

import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Knows which tasks are due soon. A look reads the rows of transactions that the snapshot of the
 * look before did not see. So it neither passes the rows of tasks that are done, which stay as long
 * as any session holds an old snapshot, nor skips a transaction that commits late.
 *
 * <p>At the start and once a minute a full look reads all tasks that will be due within two
 * minutes: those of instances that died, those whose time has come near, and all after a restore
 * into another server, where transaction ids start again. Not safe for use by many threads.
 */
final class TaskFinder {
  private static final Duration FULL_LOOK_EVERY = Duration.ofMinutes(1);
  private static final Duration HORIZON = Duration.ofMinutes(2);

  /** With more that were found, the next look is a full one. */
  private static final int FOUND_MAX = 10_000;

  private static final String COLUMNS =
      "SELECT id, CASE WHEN leased_until > run_at THEN leased_until ELSE run_at END AS due, kind ";

  /** A row without a task tells the snapshot where there is none. */
  private static final String LOOK =
      "SELECT pg_current_snapshot()::text, found.id, found.due, found.kind FROM (VALUES (1)) AS"
          + " look LEFT JOIN (:tasks LIMIT ?) AS found ON true";

  /** A condition on the kind would make the plan read an index that begins with the kind. */
  static final String SINCE_SNAPSHOT =
      look(
          COLUMNS
              + "FROM task WHERE xid >= pg_snapshot_xmax(?::pg_snapshot)"
              + " UNION ALL "
              + COLUMNS
              + "FROM task WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip(?::pg_snapshot)))");

  private static final String ALL =
      look(
          COLUMNS
              + "FROM task WHERE run_at <= ? AND (leased_until IS NULL OR leased_until <= ?)"
              + " AND kind = ANY (?) ORDER BY run_at");

  private final Map<UUID, Found> byId = new HashMap<>();
  private final TreeSet<Found> byTime = new TreeSet<>();
  private Set<String> kinds = Set.of();
  private @Nullable String seen;
  private @Nullable Instant fullLookAt;

  /** A task, and when it or its lease is due. */
  private record Found(Instant at, UUID id) implements Comparable<Found> {
    @Override
    public int compareTo(Found other) {
      var order = at.compareTo(other.at);
      return order == 0 ? id.compareTo(other.id) : order;
    }
  }

  /** A row of a look; null values in one without a task. */
  private record Seen(String snapshot, @Nullable Found found, @Nullable String kind) {
    Optional<Found> of(Set<String> kinds) {
      return kind != null && kinds.contains(kind) ? Optional.ofNullable(found) : Optional.empty();
    }
  }

  /** Forgets all tasks: the next look is a full one. */
  void reset() {
    byId.clear();
    byTime.clear();
    fullLookAt = null;
  }

  /** Finds tasks of these kinds that are due soon. */
  void look(Connection connection, Set<String> asked, Instant now) throws SQLException {
    TransactionSettings.readInIndexOrder(connection);
    var last = fullLookAt;
    var isFull =
        last == null
            || seen == null
            || !asked.equals(kinds)
            || now.isBefore(last)
            || !now.isBefore(last.plus(FULL_LOOK_EVERY));
    if (isFull) {
      reset();
    }
    kinds = Set.copyOf(asked);
    var rows = isFull ? all(connection, now) : sinceSnapshot(connection);
    rows.forEach(row -> row.of(kinds).ifPresent(this::add));
    seen = rows.getFirst().snapshot();
    var isCut = rows.size() == FOUND_MAX;
    fullLookAt = isCut ? null : isFull ? now : last;
  }

  /** Takes tasks that are due, those that have been due longest first. */
  List<UUID> take(Instant now, int limit) {
    var due = byTime.stream().takeWhile(found -> !found.at().isAfter(now)).limit(limit).toList();
    due.forEach(found -> remove(found.id()));
    return due.stream().map(Found::id).toList();
  }

  /** A task is due at this time. */
  void add(UUID id, Instant at) {
    add(new Found(at, id));
  }

  private void add(Found found) {
    remove(found.id());
    byId.put(found.id(), found);
    byTime.add(found);
  }

  void remove(UUID id) {
    var found = byId.remove(id);
    if (found != null) {
      byTime.remove(found);
    }
  }

  private List<Seen> all(Connection connection, Instant now) throws SQLException {
    var to = Timestamps.of(now.plus(HORIZON));
    var of = connection.createArrayOf("text", kinds.toArray());
    return Sql.list(connection, ALL, TaskFinder::seen, to, to, of, FOUND_MAX);
  }

  private List<Seen> sinceSnapshot(Connection connection) throws SQLException {
    return Sql.list(connection, SINCE_SNAPSHOT, TaskFinder::seen, seen, seen, FOUND_MAX);
  }

  private static Seen seen(ResultSet row) throws SQLException {
    var id = row.getObject(2, UUID.class);
    var found = id == null ? null : new Found(Timestamps.instant(row, 3), id);
    return new Seen(row.getString(1), found, row.getString(4));
  }

  private static String look(String tasks) {
    return LOOK.replace(":tasks", tasks);
  }
}
