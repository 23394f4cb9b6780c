package io.clientele.http.event;

import static io.clientele.domain.event.EventPermission.VIEW_ALL_EVENTS;
import static io.clientele.domain.event.EventPermission.VIEW_EVENTS;

import io.clientele.application.event.ProveEvents;
import io.clientele.application.event.ReadEvents;
import io.clientele.application.event.ViewEvent;
import io.clientele.application.event.arrival.EventArrivals;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.event.EventPage;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Front;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.exchange.stream.ServerSentEvents;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.limits.ConcurrencyLimiter;
import io.clientele.http.limits.StreamLimiter;
import io.clientele.http.route.Authenticator;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Reads the feed of events. */
public final class EventRoutes implements RouteGroup {
  private static final String PATH = "/v1/events";

  /** Requests and streams that wait for events at once. */
  private static final int WAITING_MAX = 200;

  private static final int CALLER_WAITING_MAX = 20;
  private static final Pattern KNOWN = Pattern.compile("[1-9][0-9]{0,12}:[0-9a-f]{64}");

  /**
   * A request stops to wait within this time of its token's revocation, or when the process stops.
   */
  private static final Duration CHECK = Duration.ofMillis(250);

  private final ReadEvents readEvents;
  private final ViewEvent viewEvent;
  private final ProveEvents proveEvents;
  private final EventArrivals arrivals;
  private final Authenticator authenticator;
  private final StreamLimiter waiting = new StreamLimiter(WAITING_MAX, CALLER_WAITING_MAX);
  private final EventStream stream;

  /** Routes to these use cases; requests wait for arrivals while their token holds. */
  public EventRoutes(
      ReadEvents readEvents,
      ViewEvent viewEvent,
      ProveEvents proveEvents,
      EventArrivals arrivals,
      Authenticator authenticator) {
    this.readEvents = readEvents;
    this.viewEvent = viewEvent;
    this.proveEvents = proveEvents;
    this.arrivals = arrivals;
    this.authenticator = authenticator;
    this.stream = new EventStream(readEvents, arrivals, authenticator, waiting);
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(PATH).permits(VIEW_EVENTS).by(this::list);
    routes
        .get(PATH + "/stream")
        .permits(VIEW_EVENTS)
        .answers(ServerSentEvents.MEDIA_TYPE)
        .by(stream::answer);
    routes.get(PATH + "/proof").permits(VIEW_ALL_EVENTS).by(this::prove);
    routes.get(PATH + "/{id}").permits(VIEW_EVENTS).by(this::view);
  }

  private void list(Context http) throws IOException {
    var faults = new ValidationErrors();
    var request = EventListRequest.of(http, faults);
    faults.refuse();
    var actor = Actors.of(http);
    var known = arrivals.newest();
    var page = EventPages.read(readEvents, actor, request.start(), request);
    if (page.events().isEmpty() && !request.patience().isZero()) {
      page = awaited(http, new Waiting(actor, request, known), page);
    }
    var answered = page;
    Responses.json(http, json -> write(json, answered));
  }

  /**
   * A request that waits.
   *
   * @param known the newest block that was known before its first read
   */
  private record Waiting(Actor actor, EventListRequest request, long known) {}

  /** Reads again whenever the chain is longer, until there is an event or the time is over. */
  private EventPage awaited(Context http, Waiting reader, EventPage first) {
    var page = first;
    var known = reader.known();
    var deadline = System.nanoTime() + reader.request().patience().toNanos();
    try (var _ = waiting.enter(reader.actor().name())) {
      while (page.events().isEmpty() && !arrivals.isStopping()) {
        var left = Duration.ofNanos(deadline - System.nanoTime());
        if (!left.isPositive()) {
          break;
        }
        var hasGrown = hasGrown(http, known, left.compareTo(CHECK) < 0 ? left : CHECK);
        authenticator.admit(http, Front.OPERATIONS);
        if (hasGrown) {
          known = arrivals.newest();
          var start = new ReadEvents.Start.After(page.next());
          page = EventPages.read(readEvents, reader.actor(), start, reader.request());
        }
      }
    }
    return page;
  }

  /** Waits outside of the limit of requests that work at once. */
  private boolean hasGrown(Context http, long known, Duration patience) {
    ConcurrencyLimiter.leave(http.req());
    try {
      return arrivals.await(known, patience);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      ConcurrencyLimiter.enter(http.req());
    }
  }

  private void view(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, Uuid7::parse, faults);
    var query = QueryParameters.of(http, faults, Set.of("include"));
    var withData = query.list("include", List.of("data"), faults).contains("data");
    faults.refuse();
    var event =
        ProblemException.unlessGranted(
                viewEvent.view(Actors.of(http), Objects.requireNonNull(id), withData))
            .orElseThrow(
                () -> new ProblemException(Problem.noSuchThing("There is no event with this id.")));
    Responses.json(http, json -> EventJson.write(json, event));
  }

  private void prove(Context http) throws IOException {
    var faults = new ValidationErrors();
    var query = QueryParameters.of(http, faults, Set.of("from", "to", "known"));
    var from = EventListRequest.position("from", query.text("from"), faults);
    var to = EventListRequest.position("to", query.text("to"), faults);
    var known = known(query.text("known"), faults);
    faults.refuse();
    var start = from == null ? EventPosition.START : from;
    switch (proveEvents.prove(Actors.of(http), start, to, known)) {
      case ProveEvents.Outcome.Proven proof ->
          Responses.json(http, json -> EventProofJson.write(json, proof));
      case ProveEvents.Outcome.Fork() -> throw EventProblems.fork();
      case ProveEvents.Outcome.Denied() -> throw new ProblemException(Problem.notAllowed());
    }
  }

  private static @Nullable ChainHead known(@Nullable String text, ValidationErrors faults) {
    return text == null ? null : faults.parameter("known", () -> head(text));
  }

  private static ChainHead head(String text) {
    if (!KNOWN.matcher(text).matches()) {
      throw new InvalidValue("known", "must be the number of a block, a colon, and its hash");
    }
    var colon = text.indexOf(':');
    return new ChainHead(
        Long.parseLong(text.substring(0, colon)), new Sha256Hash(text.substring(colon + 1)));
  }

  private static void write(JsonGenerator json, EventPage page) {
    json.writeStartObject();
    json.writeArrayPropertyStart("data");
    page.events().forEach(event -> EventJson.write(json, event));
    json.writeEndArray();
    json.writeStringProperty("nextCursor", page.next().toString());
    json.writeEndObject();
  }
}
