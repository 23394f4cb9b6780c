package io.clientele.persistence;

import io.clientele.domain.Folding;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Place;
import io.clientele.domain.account.SearchTerm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * The SQL of one list. Each status that it holds is a walk along an index of its own, from the
 * place where the page before ended; the walks are merged. Nothing of the query's own stands in the
 * SQL but words that are chosen here.
 */
final class AccountList {
  private static final String WALK_INDEXES =
      """
      SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true)
      """;

  private final AccountQuery query;
  private final @Nullable SearchTerm term;
  private final List<Status> statuses;
  private final Walk order;
  private final boolean isBackwards;

  AccountList(AccountQuery query) {
    this.query = query;
    var text = query.filter().text();
    this.term = text == null ? null : SearchTerm.of(text);
    this.order = Walk.of(query.order());
    this.isBackwards = Walk.isBackwards(query.order());
    var status = query.filter().status();
    this.statuses = status == null ? List.of(Status.ACTIVE, Status.SUSPENDED) : List.of(status);
  }

  /**
   * For this transaction, plans walk indexes: what looks best for an average value may read it all.
   */
  static void walkIndexes(Connection connection) throws SQLException {
    Sql.list(connection, WALK_INDEXES, row -> "");
  }

  /** An account, and where it stands in the order. */
  record Placed(Account account, Place place) {}

  /** One more than the page holds, if there are more. */
  List<Placed> page(Connection connection) throws SQLException {
    return run(connection, pageSql(), pageBinds(), this::placed);
  }

  /** How many there are; one more than is told exactly at most. */
  long count(Connection connection) throws SQLException {
    return run(connection, countSql(), countBinds(), row -> row.getLong(1)).getFirst();
  }

  String pageSql() {
    var beyond = isBackwards ? "<" : ">";
    var walk =
        "(SELECT "
            + AccountRow.COLUMNS_OF_ACCOUNT
            + ", "
            + order.value
            + " AS place"
            + selection(order)
            + (query.after() == null
                ? ""
                : " AND (" + order.value + ", " + order.id + ") " + beyond + " (?, ?)")
            + ordered(order.value, order.id)
            + " LIMIT ?)";
    return isMerged() ? perStatus(walk) + ordered("place", "id") + " LIMIT ?" : perStatus(walk);
  }

  /** In some order, only so that an index is walked, and no further than needed. */
  String countSql() {
    var limit = " LIMIT " + (Total.EXACT_MAX + 1);
    var walk =
        "(SELECT 1"
            + selection(Walk.CREATED)
            + ordered(Walk.CREATED.value, Walk.CREATED.id)
            + limit
            + ")";
    return "SELECT count(*) FROM (" + perStatus(walk) + (isMerged() ? limit : "") + ") AS counted";
  }

  private boolean isMerged() {
    return statuses.size() > 1;
  }

  List<Object> pageBinds() {
    var walk = new ArrayList<>(selectionBinds());
    if (query.after() != null) {
      walk.add(Walk.value(query.after()));
      walk.add(query.after().id().value());
    }
    walk.add(query.limit() + 1);
    var binds = new ArrayList<>(perStatus(walk));
    if (isMerged()) {
      binds.add(query.limit() + 1);
    }
    return binds;
  }

  List<Object> countBinds() {
    return perStatus(selectionBinds());
  }

  private String perStatus(String walk) {
    return statuses.stream()
        .map(status -> walk.replace("$status", status.name()))
        .collect(Collectors.joining(" UNION ALL "));
  }

  private List<Object> perStatus(List<Object> binds) {
    return statuses.stream().flatMap(status -> binds.stream()).toList();
  }

  private String ordered(String value, String id) {
    return isBackwards
        ? " ORDER BY " + value + " DESC, " + id + " DESC"
        : " ORDER BY " + value + ", " + id;
  }

  private String selection(Walk walk) {
    var filter = query.filter();
    return " FROM "
        + walk.from
        + " WHERE "
        + walk.status()
        + " = '$status' AND account.erased_at IS NULL"
        + (term == null ? "" : text(term))
        + (filter.email() == null ? "" : " AND account.email_folded = ? AND account.email = ?")
        + (filter.createdFrom() == null ? "" : " AND account.created_at >= ?")
        + (filter.createdTo() == null ? "" : " AND account.created_at < ?");
  }

  /** The index over trigrams finds too much: what is found is looked at again. */
  private static String text(SearchTerm term) {
    if (term.isEmpty()) {
      return " AND false";
    }
    if (term.isAnyPart()) {
      return " AND account.search LIKE ?"
          + " AND (strpos(account.name_folded, ?) > 0 OR strpos(account.email_folded, ?) > 0)";
    }
    return " AND (account.name_folded >= ? AND account.name_folded < ?"
        + " OR account.email_folded >= ? AND account.email_folded < ?)";
  }

  private List<Object> selectionBinds() {
    var filter = query.filter();
    var binds = new ArrayList<>();
    if (term != null) {
      binds.addAll(textBinds(term));
    }
    if (filter.email() != null) {
      binds.add(Folding.folded(filter.email().value()));
      binds.add(filter.email().value());
    }
    Stream.of(filter.createdFrom(), filter.createdTo())
        .filter(at -> at != null)
        .map(AccountRow::timestamp)
        .forEach(binds::add);
    return binds;
  }

  private static List<Object> textBinds(SearchTerm term) {
    var folded = term.folded();
    if (term.isEmpty()) {
      return List.of();
    }
    if (term.isAnyPart()) {
      return List.of("%" + SearchColumns.searchable(folded) + "%", folded, folded);
    }
    var above = SearchColumns.above(folded);
    return List.of(folded, above, folded, above);
  }

  private Placed placed(ResultSet row) throws SQLException {
    var account = AccountRow.read(row);
    return new Placed(account, order.place(row, account.id()));
  }

  private static <T> List<T> run(
      Connection connection, String sql, List<Object> binds, Sql.Row<T> row) throws SQLException {
    var all = new ArrayList<T>();
    try (var statement = connection.prepareStatement(sql)) {
      planEachTime(statement);
      Sql.each(statement, sql, set -> all.add(row.read(set)), binds.toArray());
    }
    return all;
  }

  /** Which index is best depends on what is asked for: a plan for any value would be a bad one. */
  private static void planEachTime(PreparedStatement statement) throws SQLException {
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
  }
}
