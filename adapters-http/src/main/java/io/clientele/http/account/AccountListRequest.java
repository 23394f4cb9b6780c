package io.clientele.http.account;

import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.PagePosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of the list of accounts, and the cursor that stands for them on later pages. */
record AccountListRequest(
    AccountSearchCriteria selection, @Nullable PagePosition after, int limit, Set<String> include) {
  private static final String FORM = "accounts-1";
  private static final int CURSOR_FIELDS = AccountSearchCriteria.NAMES.size() + 3;
  private static final List<String> INCLUDABLE = List.of("views", "total");
  private static final Set<String> PARAMETERS =
      Set.of(
          "limit", "cursor", "include", "sort", "status", "q", "email", "createdFrom", "createdTo");

  static AccountListRequest of(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var given = AccountSearchCriteria.read(query::text, faults);
    var limit = query.limit(faults);
    var include = query.list("include", INCLUDABLE, faults);
    var cursor = query.text("cursor");
    if (cursor == null) {
      return new AccountListRequest(given, null, limit, include);
    }
    var page = page(cursor, limit, include);
    if (page == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
      return new AccountListRequest(given, null, limit, include);
    }
    page.requireSame(query, given, faults);
    return page;
  }

  AccountQuery query() {
    return new AccountQuery(
        selection.filter(), selection.order(), after, limit, include.contains("total"));
  }

  /** The cursor of the page that begins after this place. */
  String cursor(PagePosition place) {
    var fields = new ArrayList<@Nullable String>();
    fields.add(FORM);
    fields.addAll(selection.texts());
    fields.add(
        switch (place) {
          case PagePosition.Created created -> Rfc3339.write(created.at());
          case PagePosition.Named named -> named.folded();
          case PagePosition.Viewed viewed -> Long.toString(viewed.views());
        });
    fields.add(place.id().toString());
    return Cursor.write(fields);
  }

  /** Returns the page of a cursor; null if this service did not issue the cursor. */
  private static @Nullable AccountListRequest page(String cursor, int limit, Set<String> include) {
    var fields = Cursor.read(cursor, FORM, CURSOR_FIELDS);
    if (fields == null) {
      return null;
    }
    var faults = new ValidationErrors();
    var selection =
        AccountSearchCriteria.read(
            name -> fields.get(1 + AccountSearchCriteria.NAMES.indexOf(name)), faults);
    var after = place(selection, fields.get(CURSOR_FIELDS - 2), fields.get(CURSOR_FIELDS - 1));
    return faults.isEmpty() && after != null
        ? new AccountListRequest(selection, after, limit, include)
        : null;
  }

  private static @Nullable PagePosition place(
      AccountSearchCriteria selection, @Nullable String value, @Nullable String id) {
    if (value == null || id == null) {
      return null;
    }
    try {
      var account = AccountId.parse(id);
      return switch (selection.order()) {
        case CREATED, CREATED_DESCENDING -> {
          var at = Rfc3339.parse(value);
          yield at == null ? null : new PagePosition.Created(at, account);
        }
        case NAME, NAME_DESCENDING -> new PagePosition.Named(value, account);
        case VIEWS, VIEWS_DESCENDING -> new PagePosition.Viewed(Long.parseLong(value), account);
      };
    } catch (InvalidValue | NumberFormatException forged) {
      return null;
    }
  }

  /** With a cursor the selection may be left out; what is given must be what it was. */
  private void requireSame(
      QueryParameters query, AccountSearchCriteria given, ValidationErrors faults) {
    for (var i = 0; i < AccountSearchCriteria.NAMES.size(); i++) {
      var name = AccountSearchCriteria.NAMES.get(i);
      var isGiven = query.text(name) != null;
      if (isGiven && !Objects.equals(given.texts().get(i), selection.texts().get(i))) {
        faults.parameter(name, "must be equal to its value in the cursor");
      }
    }
  }
}
