package io.clientele.http.statistics;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the list of most viewed accounts or products, and the cursor that stands for
 * them.
 */
record TopViewsRequest(
    SubjectKind kind, @Nullable ViewPeriod within, @Nullable Position after, int limit) {
  static final String PATH = "/v1/views/top";
  private static final Map<SubjectKind, String> FORMS =
      Map.of(SubjectKind.ACCOUNT, "views-top-1", SubjectKind.PRODUCT, "views-top-products-1");
  private static final Set<String> PARAMETERS =
      Set.of("limit", "cursor", "from", "to", KindParameter.NAME);

  /** The views and the id of the last entry of a page. */
  record Position(long views, UUID id) {}

  static TopViewsRequest of(Context http, Instant now, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var limit = query.limit(faults);
    var from = Rfc3339.parameter("from", query.text("from"), faults);
    var to = Rfc3339.parameter("to", query.text("to"), faults);
    var kind = KindParameter.of(query, faults);
    var cursor = query.text("cursor");
    if (cursor == null) {
      return new TopViewsRequest(
          kind == null ? SubjectKind.ACCOUNT : kind, period(from, to, now, faults), null, limit);
    }
    var page = page(cursor, limit, now);
    if (page == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
      return new TopViewsRequest(SubjectKind.ACCOUNT, null, null, limit);
    }
    page.requireSame(KindParameter.NAME, kind, page.kind, faults);
    page.requireSame("from", from, page.within == null ? null : page.within.from(), faults);
    page.requireSame("to", to, page.within == null ? null : page.within.to(), faults);
    return page;
  }

  /** The cursor of the page after this one. */
  String cursor(Position last) {
    var fields = new ArrayList<@Nullable String>();
    fields.add(FORMS.get(kind));
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
    var ofAccounts = page(SubjectKind.ACCOUNT, cursor, limit, now);
    return ofAccounts == null ? page(SubjectKind.PRODUCT, cursor, limit, now) : ofAccounts;
  }

  private static @Nullable TopViewsRequest page(
      SubjectKind kind, String cursor, int limit, Instant now) {
    var fields = Cursor.read(cursor, Objects.requireNonNull(FORMS.get(kind)), 5);
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
      var after = new Position(Long.parseLong(views), Uuid7.parse(id));
      return faults.isEmpty() ? new TopViewsRequest(kind, within, after, limit) : null;
    } catch (InvalidValue | NumberFormatException forged) {
      return null;
    }
  }

  private <T> void requireSame(
      String name, @Nullable T given, @Nullable T was, ValidationErrors faults) {
    if (given != null && !Objects.equals(given, was)) {
      faults.parameter(name, "must be equal to its value in the cursor");
    }
  }
}
