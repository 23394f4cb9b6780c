package io.clientele.http.account;

import io.clientele.domain.account.AccountRanking.After;
import io.clientele.domain.account.AccountRanking.Entry;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of the list of most viewed accounts, and the cursor that stands for them. */
record TopViewsRequest(@Nullable ViewPeriod within, @Nullable After after, int limit) {
  static final String PATH = "/v1/views/top";
  private static final String FORM = "views-top-1";
  private static final Set<String> PARAMETERS = Set.of("limit", "cursor", "from", "to");

  static TopViewsRequest of(Context http, Instant now, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var limit = query.limit(faults);
    var from = Rfc3339.parameter("from", query.text("from"), faults);
    var to = Rfc3339.parameter("to", query.text("to"), faults);
    var cursor = query.text("cursor");
    if (cursor == null) {
      return new TopViewsRequest(period(from, to, now, faults), null, limit);
    }
    var page = page(cursor, limit, now);
    if (page == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
      return new TopViewsRequest(null, null, limit);
    }
    page.requireSame("from", from, page.within == null ? null : page.within.from(), faults);
    page.requireSame("to", to, page.within == null ? null : page.within.to(), faults);
    return page;
  }

  /** The cursor of the page after this one. */
  String cursor(Entry last) {
    var fields = new ArrayList<@Nullable String>();
    fields.add(FORM);
    fields.add(within == null ? null : Rfc3339.write(within.from()));
    fields.add(within == null ? null : Rfc3339.write(within.to()));
    fields.add(Long.toString(last.views()));
    fields.add(last.id().toString());
    return Cursor.write(fields);
  }

  private static @Nullable ViewPeriod period(
      @Nullable Instant from, @Nullable Instant to, Instant now, ValidationErrors faults) {
    if (from == null) {
      if (to != null) {
        faults.parameter("from", "is required with to");
      }
      return null;
    }
    return faults.parameters(() -> ViewPeriod.ofRanking(from, to, now));
  }

  /** Returns the page of a cursor; null if this service did not issue the cursor. */
  private static @Nullable TopViewsRequest page(String cursor, int limit, Instant now) {
    var fields = Cursor.read(cursor, FORM, 5);
    var views = fields == null ? null : fields.get(3);
    var id = fields == null ? null : fields.get(4);
    if (fields == null || views == null || id == null) {
      return null;
    }
    var faults = new ValidationErrors();
    var from = Rfc3339.parameter("from", fields.get(1), faults);
    var to = Rfc3339.parameter("to", fields.get(2), faults);
    var within = period(from, to, now, faults);
    try {
      var after = new After(Long.parseLong(views), AccountId.parse(id));
      return faults.isEmpty() ? new TopViewsRequest(within, after, limit) : null;
    } catch (InvalidValue | NumberFormatException forged) {
      return null;
    }
  }

  private void requireSame(
      String name, @Nullable Instant given, @Nullable Instant was, ValidationErrors faults) {
    if (given != null && !Objects.equals(given, was)) {
      faults.parameter(name, "must be equal to its value in the cursor");
    }
  }
}
