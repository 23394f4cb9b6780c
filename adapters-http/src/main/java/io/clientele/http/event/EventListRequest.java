package io.clientele.http.event;

import io.clientele.application.event.ReadEvents;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a page of the feed.
 *
 * @param start where the page begins
 * @param patience how long to wait for an event
 */
record EventListRequest(
    ReadEvents.Start start, EventFilter filter, int limit, Duration patience, boolean withData) {
  private static final Set<String> PARAMETERS =
      Set.of("after", "types", "accountId", "limit", "wait", "include");
  private static final Set<String> STREAM_PARAMETERS =
      Set.of("after", "types", "accountId", "include");

  /** The header by which a stream continues. */
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  /** With their states of at most 16 KiB, this many events are less than 1 MiB. */
  private static final int STREAM_PAGE_MAX = 50;

  private static final String END = "end";
  private static final String DATA = "data";

  static EventListRequest of(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    return new EventListRequest(
        start(query.text("after"), faults),
        filter(query, faults),
        query.limit(faults),
        patience(query.text("wait"), faults),
        query.list("include", List.of(DATA), faults).contains(DATA));
  }

  /** Reads the request for a stream; the header of a continuing reader outranks the parameter. */
  static EventListRequest ofStream(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, STREAM_PARAMETERS);
    var after = start(query.text("after"), faults);
    var last = http.header(LAST_EVENT_ID);
    var position =
        last == null ? null : faults.header(LAST_EVENT_ID, () -> EventPosition.parse(last));
    return new EventListRequest(
        position == null ? after : new ReadEvents.Start.After(position),
        filter(query, faults),
        STREAM_PAGE_MAX,
        Duration.ZERO,
        query.list("include", List.of(DATA), faults).contains(DATA));
  }

  private static ReadEvents.Start start(@Nullable String after, ValidationErrors faults) {
    if (END.equals(after)) {
      return new ReadEvents.Start.End();
    }
    var position = position("after", after, faults);
    return position == null ? new ReadEvents.Start.Oldest() : new ReadEvents.Start.After(position);
  }

  static @Nullable EventPosition position(
      String parameter, @Nullable String text, ValidationErrors faults) {
    return text == null ? null : faults.parameter(parameter, () -> EventPosition.parse(text));
  }

  private static EventFilter filter(QueryParameters query, ValidationErrors faults) {
    var types = new LinkedHashSet<String>();
    var listed = query.text("types");
    if (listed != null) {
      types.addAll(List.of(listed.split(",", -1)));
    }
    var id = query.text("accountId");
    var account = id == null ? null : faults.parameter("accountId", () -> AccountId.parse(id));
    var filter = faults.parameter("types", () -> new EventFilter(types, account));
    return Objects.requireNonNullElse(filter, EventFilter.ALL);
  }

  private static Duration patience(@Nullable String text, ValidationErrors faults) {
    if (text == null) {
      return Duration.ZERO;
    }
    if (!text.matches("[0-9]|1[0-9]|20")) {
      faults.parameter("wait", "must be a whole number of seconds from 0 to 20");
      return Duration.ZERO;
    }
    return Duration.ofSeconds(Integer.parseInt(text));
  }
}
