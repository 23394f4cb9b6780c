package io.clientele.http.hook;

import io.clientele.domain.hook.HookFilter;
import io.clientele.domain.hook.HookMessage.Status;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookSource;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the list of received messages, and the cursor that stands for them on later
 * pages.
 *
 * @param before null for the first page
 */
record HookListRequest(HookFilter filter, @Nullable HookMessageId before, int limit) {
  private static final String FORM = "hook-messages-1";
  private static final int FIELDS = 4;
  private static final Set<String> PARAMETERS = Set.of("limit", "cursor", "source", "status");
  private static final List<String> STATUSES =
      Arrays.stream(Status.values()).map(HookListRequest::name).toList();

  static HookListRequest of(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var limit = query.limit(faults);
    var source = query.text("source");
    var status = query.text("status");
    var cursor = query.text("cursor");
    if (cursor == null) {
      return new HookListRequest(filter(source, status, faults), null, limit);
    }
    var fields = Cursor.read(cursor, FORM, FIELDS);
    var before = fields == null ? null : id(fields.get(3));
    if (fields == null || before == null) {
      faults.parameter("cursor", "must be one that this list gave");
      return new HookListRequest(HookFilter.ALL, null, limit);
    }
    requireSame("source", source, fields.get(1), faults);
    requireSame("status", status, fields.get(2), faults);
    return new HookListRequest(filter(fields.get(1), fields.get(2), faults), before, limit);
  }

  /** The cursor of the page that begins after this message. */
  String cursor(HookMessageId last) {
    var source = filter.source() == null ? null : filter.source().name();
    var status = filter.status() == null ? null : name(filter.status());
    return Cursor.write(Arrays.asList(FORM, source, status, last.toString()));
  }

  private static HookFilter filter(
      @Nullable String source, @Nullable String status, ValidationErrors faults) {
    var from = source == null ? null : faults.parameter("source", () -> new HookSource(source));
    if (status != null && !STATUSES.contains(status)) {
      faults.parameter("status", "must be one of " + String.join(", ", STATUSES));
      return HookFilter.ALL;
    }
    return new HookFilter(
        from, status == null ? null : Status.valueOf(status.toUpperCase(Locale.ROOT)));
  }

  private static void requireSame(
      String name, @Nullable String given, @Nullable String then, ValidationErrors faults) {
    if (given != null && !Objects.equals(given, then)) {
      faults.parameter(name, "must be what it was when the cursor was given");
    }
  }

  private static String name(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable HookMessageId id(@Nullable String text) {
    try {
      return text == null ? null : HookMessageId.parse(text);
    } catch (InvalidValue forged) {
      return null;
    }
  }
}
