package io.clientele.persistence.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.PagePosition;
import io.clientele.domain.kernel.text.Folding;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
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
 * The SQL of one list. Each selected status is a scan along its own index, from the end of the
 * previous page; the scans are merged. The SQL consists of constants only.
 */
final class AccountListQuery {
  private final AccountQuery query;
  private final @Nullable String text;
  private final List<Status> statuses;
  private final IndexOrder order;
  private final boolean isBackwards;

  AccountListQuery(AccountQuery query) {
    this.query = query;
    this.text = query.filter().text();
    this.order = IndexOrder.of(query.order());
    this.isBackwards = IndexOrder.isBackwards(query.order());
    var status = query.filter().status();
    this.statuses = status == null ? List.of(Status.ACTIVE, Status.SUSPENDED) : List.of(status);
  }

  /** An account, and where it stands in the order. */
  private record Placed(Account account, PagePosition place) {}

  /** Reads the page, and the total if the query asks for it. */
  AccountPage read(Connection connection) throws SQLException {
    TransactionSettings.readInIndexOrder(connection);
    var placed = page(connection);
    var isLast = placed.size() <= query.limit();
    var shown = isLast ? placed : placed.subList(0, query.limit());
    return new AccountPage(
        shown.stream().map(Placed::account).toList(),
        isLast ? null : shown.getLast().place(),
        query.withTotal() ? total(count(connection)) : null);
  }

  /** Returns one account more than the page holds, if there are more. */
  private List<Placed> page(Connection connection) throws SQLException {
    return run(connection, pageSql(), pageBinds(), this::placed);
  }

  /** Counts the accounts; stops at one more than the greatest exact total. */
  private long count(Connection connection) throws SQLException {
    return run(connection, countSql(), countBinds(), row -> row.getLong(1)).getFirst();
  }

  private static Total total(long count) {
    return new Total(Math.min(count, Total.EXACT_MAX), count <= Total.EXACT_MAX);
  }

  String pageSql() {
    var walks =
        pageConditions().stream()
            .map(condition -> perStatus(walk(condition)))
            .collect(Collectors.joining(" UNION ALL "));
    return isMerged() ? walks + ordered("place", "id") + " LIMIT ?" : walks;
  }

  private String walk(SearchCondition condition) {
    var beyond = isBackwards ? "<" : ">";
    return "(SELECT "
        + AccountRow.COLUMNS_OF_ACCOUNT
        + ", "
        + order.value
        + " AS place"
        + selection(order, condition)
        + (query.after() == null
            ? ""
            : " AND (" + order.value + ", " + order.id + ") " + beyond + " (?, ?)")
        + ordered(order.value, order.id)
        + " LIMIT ?)";
  }

  /**
   * No further than needed. In some order where no text is searched, so that an index is walked.
   */
  String countSql() {
    var limit = " LIMIT " + (Total.EXACT_MAX + 1);
    var order = text == null ? ordered(IndexOrder.CREATED.value, IndexOrder.CREATED.id) : "";
    var walks =
        countConditions().stream()
            .map(condition -> "(SELECT 1" + selection(IndexOrder.CREATED, condition) + order)
            .map(walk -> perStatus(walk + limit + ")"))
            .collect(Collectors.joining(" UNION ALL "));
    var isLimited = statuses.size() * countConditions().size() > 1;
    return "SELECT count(*) FROM (" + walks + (isLimited ? limit : "") + ") AS counted";
  }

  private List<SearchCondition> pageConditions() {
    return text != null && order == IndexOrder.NAME
        ? SearchCondition.byName(text)
        : countConditions();
  }

  private List<SearchCondition> countConditions() {
    return text == null ? List.of(SearchCondition.NONE) : SearchCondition.of(text);
  }

  private boolean isMerged() {
    return statuses.size() * pageConditions().size() > 1;
  }

  List<Object> pageBinds() {
    var binds = new ArrayList<>();
    for (var one : pageConditions()) {
      var walk = new ArrayList<>(selectionBinds(one));
      if (query.after() != null) {
        walk.add(IndexOrder.value(query.after()));
        walk.add(query.after().id().value());
      }
      walk.add(query.limit() + 1);
      binds.addAll(perStatus(walk));
    }
    if (isMerged()) {
      binds.add(query.limit() + 1);
    }
    return binds;
  }

  List<Object> countBinds() {
    return countConditions().stream()
        .flatMap(condition -> perStatus(selectionBinds(condition)).stream())
        .toList();
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

  private String selection(IndexOrder walk, SearchCondition condition) {
    var filter = query.filter();
    return " FROM "
        + walk.from
        + " WHERE "
        + walk.status()
        + " = '$status' AND account.erased_at IS NULL"
        + condition.sql()
        + (filter.email() == null ? "" : " AND account.email_folded = ? AND account.email = ?")
        + (filter.createdFrom() == null ? "" : " AND account.created_at >= ?")
        + (filter.createdTo() == null ? "" : " AND account.created_at < ?");
  }

  private List<Object> selectionBinds(SearchCondition condition) {
    var filter = query.filter();
    var binds = new ArrayList<>(condition.binds());
    if (filter.email() != null) {
      binds.add(Folding.folded(filter.email().value()));
      binds.add(filter.email().value());
    }
    Stream.of(filter.createdFrom(), filter.createdTo())
        .filter(at -> at != null)
        .map(Timestamps::of)
        .forEach(binds::add);
    return binds;
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

  /** The best index depends on the values, so a generic plan would be a bad one. */
  private static void planEachTime(PreparedStatement statement) throws SQLException {
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
  }
}
