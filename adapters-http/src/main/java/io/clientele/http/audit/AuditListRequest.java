package io.clientele.http.audit;

import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.AuditQuery.Filter;
import io.clientele.domain.audit.AuditQuery.Place;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.domain.kernel.text.TextRules;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of the trail's list, and the cursor that stands for them on later pages. */
record AuditListRequest(Filter filter, @Nullable Place after, int limit) {
  private static final String FORM = "audit-1";
  private static final int NAME_MAX = 200;

  /** The parameters to which a cursor is bound, in the order of {@link #texts}. */
  private static final List<String> NAMES = List.of("accountId", "actor", "action", "from", "to");

  private static final int CURSOR_FIELDS = NAMES.size() + 3;
  private static final Set<String> PARAMETERS =
      Set.of("limit", "cursor", "accountId", "actor", "action", "from", "to");

  static AuditListRequest of(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var given = filter(query::text, faults);
    var limit = query.limit(faults);
    var cursor = query.text("cursor");
    if (cursor == null) {
      return new AuditListRequest(given, null, limit);
    }
    var page = page(cursor, limit);
    if (page == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
      return new AuditListRequest(given, null, limit);
    }
    page.requireSame(query, given, faults);
    return page;
  }

  AuditQuery query() {
    return new AuditQuery(filter, after, limit);
  }

  /** The cursor of the page that begins after this place. */
  String cursor(Place place) {
    var fields = new ArrayList<@Nullable String>();
    fields.add(FORM);
    fields.addAll(texts(filter));
    fields.add(Rfc3339.write(place.at()));
    fields.add(place.id().toString());
    return Cursor.write(fields);
  }

  /** Null if the cursor is none of ours. */
  private static @Nullable AuditListRequest page(String cursor, int limit) {
    var fields = Cursor.read(cursor, FORM, CURSOR_FIELDS);
    if (fields == null) {
      return null;
    }
    var faults = new ValidationErrors();
    var filter = filter(name -> fields.get(1 + NAMES.indexOf(name)), faults);
    var at = Rfc3339.parse(String.valueOf(fields.get(CURSOR_FIELDS - 2)));
    var id = id(String.valueOf(fields.get(CURSOR_FIELDS - 1)));
    return faults.isEmpty() && at != null && id != null
        ? new AuditListRequest(filter, new Place(at, id), limit)
        : null;
  }

  private static @Nullable AuditEntryId id(String text) {
    try {
      return new AuditEntryId(UUID.fromString(text));
    } catch (IllegalArgumentException forged) {
      return null;
    }
  }

  private static Filter filter(Function<String, @Nullable String> given, ValidationErrors faults) {
    var account = given.apply("accountId");
    return new Filter(
        account == null ? null : faults.parameter("accountId", () -> AccountId.parse(account)),
        name("actor", given, faults),
        name("action", given, faults),
        instant("from", given, faults),
        instant("to", given, faults));
  }

  private static @Nullable String name(
      String parameter, Function<String, @Nullable String> given, ValidationErrors faults) {
    var text = given.apply(parameter);
    return text == null
        ? null
        : faults.parameter(parameter, () -> TextRules.line(parameter, text, 1, NAME_MAX));
  }

  /** Truncates to the precision of entries, so that a cursor has equal values. */
  private static @Nullable Instant instant(
      String parameter, Function<String, @Nullable String> given, ValidationErrors faults) {
    var at = Rfc3339.parameter(parameter, given.apply(parameter), faults);
    return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
  }

  private static List<@Nullable String> texts(Filter filter) {
    return Arrays.asList(
        filter.account() == null ? null : filter.account().toString(),
        filter.actor(),
        filter.action(),
        filter.from() == null ? null : Rfc3339.write(filter.from()),
        filter.to() == null ? null : Rfc3339.write(filter.to()));
  }

  /** With a cursor the filters may be left out; what is given must be what it was. */
  private void requireSame(QueryParameters query, Filter given, ValidationErrors faults) {
    var then = texts(filter);
    var now = texts(given);
    for (var i = 0; i < NAMES.size(); i++) {
      var name = NAMES.get(i);
      if (query.text(name) != null && !Objects.equals(now.get(i), then.get(i))) {
        faults.parameter(name, "must be equal to its value in the cursor");
      }
    }
  }
}
