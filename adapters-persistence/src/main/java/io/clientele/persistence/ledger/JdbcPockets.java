package io.clientele.persistence.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.rules.PocketState;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.BatchedLookups;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.posting.BatchLocks;
import io.clientele.persistence.ledger.row.PocketRow;
import io.clientele.persistence.ledger.row.PocketWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pockets in PostgreSQL. */
public final class JdbcPockets implements Pockets {
  /** Prevents the account from being closed until the transaction ends. */
  private static final String SHARED =
      "SELECT pg_advisory_xact_lock_shared(hashtextextended(?::text, 2))";

  private static final String HAS_ENDED =
      "SELECT EXISTS (SELECT FROM pocket_owner_ended WHERE account_id = ?)";

  private static final String AMEND =
      "UPDATE pocket SET status = ?, floor = ?, version = version + 1 WHERE id = ?";

  private static final String FROM = " FROM pocket JOIN asset ON asset.code = pocket.asset ";
  private static final String FIND =
      "SELECT " + PocketRow.COLUMNS + FROM + "WHERE pocket.id = ANY (?)";

  private static final String AFTER = " AND pocket.id > ? ORDER BY pocket.id LIMIT ?";
  private static final String LIST_HOUSE =
      "SELECT " + PocketRow.COLUMNS + FROM + "WHERE pocket.account_id IS NULL" + AFTER;
  private static final String LIST_OWNED =
      "SELECT " + PocketRow.COLUMNS + FROM + "WHERE pocket.account_id = ?" + AFTER;

  private static final String NAMED =
      "SELECT "
          + PocketRow.COLUMNS
          + FROM
          + """
          JOIN unnest(?::uuid[], ?::text[]) AS wanted (account_id, name) USING (account_id, name)
          """;

  private static final String LOCK =
      "SELECT pocket FROM balance WHERE pocket = ? FOR NO KEY UPDATE";
  private static final String STATE =
      "SELECT "
          + PocketRow.COLUMNS
          + ", posted, held, seq, booked_at"
          + FROM
          + "JOIN balance ON balance.pocket = pocket.id WHERE pocket.id = ?";

  private static final UUID FIRST = new UUID(0, 0);

  private final Sql sql;
  private final ChangeStore changes;
  private final BatchedLookups<Named, Map<AssetCode, Pocket>> named;

  public JdbcPockets(Database database, ChangeStore changes) {
    this.sql = database.requests();
    this.changes = changes;
    this.named = new BatchedLookups<>("the ledger", BatchedLookups.PATIENCE, this::named);
  }

  private record Named(AccountId owner, String name) {}

  @Override
  public Opened open(Change<Pocket> opened) {
    var pocket = opened.state();
    return changes.store(
        sql,
        opened,
        ChangeSubject.of(pocket.owner(), pocket.id().subject()),
        ChangeResults.withoutKey(Opened.STORED),
        transaction -> insert(transaction.connection(), pocket));
  }

  private static Optional<Opened> insert(Connection connection, Pocket pocket) throws SQLException {
    var owner = pocket.owner();
    if (owner != null && hasEnded(connection, owner)) {
      return Optional.of(Opened.OWNER_ENDED);
    }
    return PocketWriter.add(connection, pocket) ? Optional.empty() : Optional.of(Opened.EXISTS);
  }

  private static boolean hasEnded(Connection connection, AccountId owner) throws SQLException {
    Sql.list(connection, SHARED, row -> true, owner.value());
    return Sql.list(connection, HAS_ENDED, row -> row.getBoolean(1), owner.value()).getFirst();
  }

  @Override
  public Amended amend(Change<Pocket> amended) {
    var after = amended.state();
    return changes.store(
        sql,
        amended,
        ChangeSubject.of(after.owner(), after.id().subject()),
        ChangeResults.withoutKey(Amended.STORED),
        transaction -> update(transaction.connection(), after));
  }

  /** The lock is taken first: a posting reads status and floor after its own lock. */
  private static Optional<Amended> update(Connection connection, Pocket after) throws SQLException {
    var state = alone(connection, after);
    if (state.pocket().version() != after.version()) {
      return Optional.of(Amended.STALE);
    }
    if (after.status() == Pocket.Status.CLOSED && !isEmpty(state)) {
      return Optional.of(Amended.NOT_EMPTY);
    }
    var floor = after.floor();
    if (floor != null && state.posted().subtract(state.held()).compareTo(floor) < 0) {
      return Optional.of(Amended.BELOW_FLOOR);
    }
    Sql.update(
        connection, AMEND, after.status().name(), PocketRow.numeric(floor), after.id().value());
    return Optional.empty();
  }

  /** Locks a pocket against postings, and returns it with its whole balance. */
  private static PocketState alone(Connection connection, Pocket pocket) throws SQLException {
    if (pocket.isHouse()) {
      Sql.list(connection, BatchLocks.ALONE, row -> true, pocket.id().value());
      HouseFold.foldAll(connection, pocket.id());
    } else {
      Sql.list(connection, LOCK, row -> true, pocket.id().value());
    }
    return Sql.list(connection, STATE, PocketRow::state, pocket.id().value()).getFirst();
  }

  private static boolean isEmpty(PocketState state) {
    return state.posted().signum() == 0 && state.held().signum() == 0;
  }

  @Override
  public Optional<Pocket> find(PocketId id) {
    return Optional.ofNullable(findAll(List.of(id)).get(id));
  }

  @Override
  public Map<PocketId, Pocket> findAll(Collection<PocketId> ids) {
    return sql.run(
        connection -> {
          var found = new HashMap<PocketId, Pocket>();
          Sql.each(
              connection,
              FIND,
              row -> {
                var pocket = PocketRow.pocket(row);
                found.put(pocket.id(), pocket);
              },
              Sql.uuids(connection, ids.stream().map(PocketId::value).toList()));
          return found;
        });
  }

  @Override
  public List<Pocket> list(@Nullable AccountId owner, @Nullable PocketId after, int limit) {
    var begin = after == null ? FIRST : after.value();
    return owner == null
        ? sql.list(LIST_HOUSE, PocketRow::pocket, begin, limit)
        : sql.list(LIST_OWNED, PocketRow::pocket, owner.value(), begin, limit);
  }

  @Override
  public Map<AssetCode, Pocket> named(AccountId owner, String name) {
    return named.find(new Named(owner, name)).orElse(Map.of());
  }

  private Map<Named, Map<AssetCode, Pocket>> named(Collection<Named> wanted) {
    return sql.run(
        connection -> {
          var found = new HashMap<Named, Map<AssetCode, Pocket>>();
          Sql.each(
              connection,
              NAMED,
              row -> {
                var pocket = PocketRow.pocket(row);
                var owner = Objects.requireNonNull(pocket.owner());
                found
                    .computeIfAbsent(new Named(owner, pocket.name()), key -> new HashMap<>())
                    .put(pocket.asset().code(), pocket);
              },
              Sql.uuids(connection, wanted.stream().map(one -> one.owner().value()).toList()),
              connection.createArrayOf("text", wanted.stream().map(Named::name).toArray()));
          return found;
        });
  }
}
