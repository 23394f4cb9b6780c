package io.clientele.jdbc.account.search;

import static io.clientele.jdbc.transaction.Statements.micros;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.ExactTerm;
import io.clientele.domain.account.PagePosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.SearchTerm;
import io.clientele.jdbc.transaction.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The SQL of one list, for PostgreSQL and SQLite alike. It consists of constants; values are bound.
 */
public final class ListStatement {
  private static final String FROM = " FROM clientele_account WHERE erased_at IS NULL";
  private static final String FROM_WITH_VIEWS =
      " FROM clientele_account LEFT JOIN clientele_views_published_total ON counted_id = id"
          + " WHERE erased_at IS NULL";
  private static final String HAS_TEXT =
      "name_folded LIKE ? ESCAPE '!' OR email_folded LIKE ? ESCAPE '!'";

  private final AccountQuery query;
  private final StringBuilder conditions = new StringBuilder();
  private final List<Object> binds = new ArrayList<>();

  /** The list of this query. */
  public ListStatement(AccountQuery query) {
    this.query = query;
    select(query.filter());
  }

  /** Returns the SQL of the page, which reads these columns, then the sort value. */
  public String page(String columns) {
    var beyond = isBackwards() ? " < (?, ?)" : " > (?, ?)";
    var direction = isBackwards() ? " DESC" : "";
    return "SELECT "
        + columns
        + ", "
        + place()
        + " AS place"
        + (isByViews() ? FROM_WITH_VIEWS : FROM)
        + conditions
        + (query.after() == null ? "" : " AND (" + place() + ", id)" + beyond)
        + " ORDER BY place"
        + direction
        + ", id"
        + direction
        + " LIMIT ?";
  }

  /** Returns the values of the page: one account more than it holds, if there are more. */
  public Object[] pageBinds() {
    var all = new ArrayList<>(binds);
    var after = query.after();
    if (after != null) {
      all.add(value(after));
      all.add(after.id().toString());
    }
    all.add(query.limit() + 1);
    return all.toArray();
  }

  /** Returns the SQL of the total, which stops at one more than the greatest exact total. */
  public String count() {
    return "SELECT count(*) FROM (SELECT 1"
        + FROM
        + conditions
        + " LIMIT "
        + (Total.EXACT_MAX + 1)
        + ") AS counted";
  }

  /** Returns the values of the total. */
  public Object[] countBinds() {
    return binds.toArray();
  }

  /** Reads the position of an account from the column of its sort value. */
  public PagePosition position(ResultSet row, int column, AccountId id) throws SQLException {
    return switch (query.order()) {
      case CREATED, CREATED_DESCENDING ->
          new PagePosition.Created(Statements.instant(row.getLong(column)), id);
      case NAME, NAME_DESCENDING ->
          new PagePosition.Named(SearchRows.folded(row.getBytes(column)), id);
      case VIEWS, VIEWS_DESCENDING -> new PagePosition.Viewed(row.getLong(column), id);
    };
  }

  private void select(AccountFilter filter) {
    if (filter.status() == null) {
      conditions.append(" AND status <> '").append(Status.CLOSED).append('\'');
    } else {
      add(" AND status = ?", filter.status().name());
    }
    if (filter.text() != null) {
      search(filter.text());
    }
    if (filter.email() != null) {
      add(" AND email = ?", filter.email().value());
    }
    if (filter.createdFrom() != null) {
      add(" AND created_at >= ?", micros(filter.createdFrom()));
    }
    if (filter.createdTo() != null) {
      add(" AND created_at < ?", micros(filter.createdTo()));
    }
  }

  private void search(String text) {
    var term = SearchTerm.of(text);
    if (term.isEmpty()) {
      conditions.append(" AND 1 = 0");
      return;
    }
    var pattern = (term.isAnyPart() ? "%" : "") + literal(term.folded()) + "%";
    add(" AND (" + HAS_TEXT, pattern, pattern);
    var exact = ExactTerm.of(text);
    if (!exact.terms().isEmpty()) {
      var places = String.join(", ", Collections.nCopies(exact.terms().size(), "?"));
      add(
          " OR id IN (SELECT account_id FROM clientele_account_term WHERE term IN ("
              + places
              + "))",
          exact.terms().toArray());
    }
    exact.id().ifPresent(id -> add(" OR id = ?", id.toString()));
    conditions.append(')');
  }

  private void add(String condition, Object... values) {
    conditions.append(condition);
    Collections.addAll(binds, values);
  }

  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private String place() {
    return switch (query.order()) {
      case CREATED, CREATED_DESCENDING -> "created_at";
      case NAME, NAME_DESCENDING -> "name_key";
      case VIEWS, VIEWS_DESCENDING -> "COALESCE(views, 0)";
    };
  }

  private boolean isByViews() {
    return query.order() == AccountOrder.VIEWS || query.order() == AccountOrder.VIEWS_DESCENDING;
  }

  private boolean isBackwards() {
    return switch (query.order()) {
      case CREATED, NAME, VIEWS -> false;
      case CREATED_DESCENDING, NAME_DESCENDING, VIEWS_DESCENDING -> true;
    };
  }

  private static Object value(PagePosition position) {
    if (position instanceof PagePosition.Created created) {
      return micros(created.at());
    }
    if (position instanceof PagePosition.Named named) {
      return SearchRows.key(named.folded());
    }
    return ((PagePosition.Viewed) position).views();
  }
}
