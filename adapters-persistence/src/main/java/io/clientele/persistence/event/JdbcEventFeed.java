package io.clientele.persistence.event;

import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPage;
import io.clientele.domain.event.EventPosition;
import io.clientele.persistence.change.ChainedRecords;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The feed of events in PostgreSQL. Blocks are committed in their order, so none appears late. */
public final class JdbcEventFeed implements EventFeed {
  private static final int BLOCKS_FIRST = 20;
  private static final int BLOCKS_MAX = 1_000;

  private static final String END =
      "SELECT number, cardinality(ids) FROM audit_published_block ORDER BY number DESC LIMIT 1";

  private static final String FIRST =
      "SELECT number FROM audit_published_block WHERE last_at >= ? ORDER BY last_at LIMIT 1";

  private static final String BLOCKS =
      "SELECT number, cardinality(ids) FROM audit_published_block WHERE number >= ? ORDER BY number"
          + " LIMIT ?";

  private static final String TABLE =
      "SELECT at, id, type, subject_kind, subject, version, account_id, changed, sealed, trace"
          + " FROM ";

  /** Repeated in each table: the planner moves no condition of a join into a union's part. */
  private static final String LINKED = "at = link.at AND id = link.id";

  private static final String EVENTS =
      "SELECT block.number, link.ordinal, "
          + EventRow.COLUMNS
          + """
           FROM audit_published_block AS block
          CROSS JOIN LATERAL unnest(block.ids, block.times) WITH ORDINALITY AS link (id, at, ordinal)
          CROSS JOIN LATERAL :linked AS event
          LEFT JOIN subject_key AS key ON key.account_id = event.account_id
          WHERE block.number >= ? AND block.number <= ? AND (block.number, link.ordinal) > (?, ?)
            AND (?::text[] IS NULL OR event.type = ANY (?::text[]) OR event.type LIKE ANY (?::text[]))
            AND (?::uuid IS NULL OR event.account_id = ?::uuid)
          ORDER BY block.number, link.ordinal
          LIMIT ?
          """;

  /**
   * An entry is in the first block whose time range includes its time and whose ids include its id.
   */
  private static final String FIND =
      "SELECT block.number, array_position(block.ids, event.id), "
          + EventRow.COLUMNS
          + """
           FROM :events AS event
          LEFT JOIN subject_key AS key ON key.account_id = event.account_id
          CROSS JOIN LATERAL (
            SELECT number, ids
            FROM audit_published_block
            WHERE last_at >= event.at AND first_at <= event.at AND event.id = ANY (ids)
            ORDER BY last_at
            LIMIT 1
          ) AS block
          WHERE event.id = ?
          """;

  /** No block has an entry at this ordinal: the next entry is the first of the next block. */
  private static final int MAX_ORDINAL = ChainBlock.ENTRIES_MAX;

  private final Sql sql;
  private final SubjectKeys keys;
  private final String events;
  private final String find;

  /**
   * The feed in this database.
   *
   * @param keys open the states of accounts
   * @param records that are events of their own
   */
  public JdbcEventFeed(Database database, SubjectKeys keys, Collection<ChainedRecords> records) {
    this.sql = database.requests();
    this.keys = keys;
    this.events = EVENTS.replace(":linked", union(records, LINKED));
    this.find = FIND.replace(":events", union(records, "true"));
  }

  /** A table expression of the events, and of the records that are events, for which this holds. */
  private static String union(Collection<ChainedRecords> records, String condition) {
    var all = new StringBuilder("(").append(TABLE).append("event WHERE ").append(condition);
    for (var one : records) {
      all.append(" UNION ALL ").append(TABLE).append(one.view()).append(" WHERE version > 0 AND ");
      all.append(condition);
    }
    return all.append(")").toString();
  }

  /** The statement that reads a page, for a look at its plan. */
  String events() {
    return events;
  }

  /** Some blocks and the number of their entries. */
  private record Span(long last, int entriesOfLast, int blocks, int entries) {
    EventPosition end() {
      return EventPosition.of(last, entriesOfLast - 1);
    }
  }

  @Override
  public EventPosition end() {
    return sql.list(END, row -> EventPosition.of(row.getLong(1), row.getInt(2) - 1)).stream()
        .findFirst()
        .orElse(EventPosition.START);
  }

  @Override
  public EventPosition first(Instant since) {
    return sql
        .list(FIRST, row -> EventPosition.of(row.getLong(1), 0), Timestamps.of(since))
        .stream()
        .findFirst()
        .orElseGet(() -> EventPosition.of(end().block() + 1, 0));
  }

  @Override
  public EventPage read(EventPosition after, EventFilter filter, int limit, boolean withData) {
    return sql.transaction(
        connection -> {
          TransactionSettings.readInIndexOrder(connection);
          return read(connection, after, new Query(filter, limit, withData));
        });
  }

  @Override
  public Optional<Event> find(UUID id, boolean withData) {
    return sql
        .transaction(
            connection -> {
              TransactionSettings.readInIndexOrder(connection);
              return Sql.list(connection, find, row -> EventRow.read(row, keys, withData), id);
            })
        .stream()
        .findFirst();
  }

  private record Query(EventFilter filter, int limit, boolean withData) {}

  private EventPage read(Connection connection, EventPosition after, Query query)
      throws SQLException {
    var events = new ArrayList<Event>();
    var next = after;
    var looked = 0;
    var blocks = BLOCKS_FIRST;
    while (looked < LOOKED_THROUGH_MAX) {
      var span = span(connection, next, blocks);
      if (span == null) {
        break;
      }
      events.addAll(events(connection, next, span.last(), query, query.limit() - events.size()));
      if (events.size() >= query.limit()) {
        return new EventPage(events, events.getLast().position());
      }
      next = span.end().compareTo(next) > 0 ? span.end() : next;
      looked += span.entries();
      if (span.blocks() < blocks) {
        break;
      }
      var left = (long) (LOOKED_THROUGH_MAX - looked) * span.blocks() / span.entries();
      blocks = (int) Math.max(1, Math.min(BLOCKS_MAX, left));
    }
    return new EventPage(events, next);
  }

  /** The blocks from a position on; null if there is none with a later entry. */
  private static @Nullable Span span(Connection connection, EventPosition after, int blocks)
      throws SQLException {
    var from = after.ordinal() >= MAX_ORDINAL ? after.block() + 1 : after.block();
    var sizes =
        Sql.list(
            connection, BLOCKS, row -> new long[] {row.getLong(1), row.getLong(2)}, from, blocks);
    if (sizes.isEmpty()) {
      return null;
    }
    var entries = sizes.stream().mapToLong(size -> size[1]).sum();
    var last = sizes.getLast();
    return new Span(last[0], (int) last[1], sizes.size(), (int) entries);
  }

  private List<Event> events(
      Connection connection, EventPosition after, long last, Query query, int limit)
      throws SQLException {
    var filter = query.filter();
    var isAny = filter.types().isEmpty();
    var types = connection.createArrayOf("text", filter.types().toArray());
    var kinds =
        connection.createArrayOf("text", filter.kinds().stream().map(kind -> kind + "%").toArray());
    var account = filter.account() == null ? null : filter.account().value();
    return Sql.list(
        connection,
        events,
        row -> EventRow.read(row, keys, query.withData()),
        after.block(),
        last,
        after.block(),
        after.ordinal() + 1,
        isAny ? null : types,
        types,
        kinds,
        account,
        account,
        limit);
  }
}
