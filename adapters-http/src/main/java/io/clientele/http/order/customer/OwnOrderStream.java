package io.clientele.http.order.customer;

import static io.clientele.domain.order.OrderPermission.PLACE_ORDERS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.order.ShowOrder;
import io.clientele.application.order.watch.OrderWatch;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Front;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.exchange.stream.ServerSentEvents;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.limits.StreamLimiter;
import io.clientele.http.order.OrderProblems;
import io.clientele.http.route.Authenticator;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Streams an order as Server-Sent Events: as it is now, and again after each change, until the
 * client goes, its token ends or the process stops. Changes that follow each other closely are one
 * event.
 */
public final class OwnOrderStream implements RouteGroup {
  private static final String PATH = OwnOrderListRequest.PATH + "/{id}/events";
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  /** How often a stream checks its token and whether the process stops. */
  private static final Duration CHECK = Duration.ofMillis(250);

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final int STREAMS_MAX = 500;
  private static final int ACCOUNT_STREAMS_MAX = 4;
  private static final int READS_AT_ONCE_MAX = 4;

  private final ShowOrder showOrder;
  private final OrderWatch watch;
  private final Authenticator authenticator;
  private final StreamLimiter streams = new StreamLimiter(STREAMS_MAX, ACCOUNT_STREAMS_MAX);
  private final Semaphore reading = new Semaphore(READS_AT_ONCE_MAX, true);

  public OwnOrderStream(ShowOrder showOrder, OrderWatch watch, Authenticator authenticator) {
    this.showOrder = showOrder;
    this.watch = watch;
    this.authenticator = authenticator;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .get(PATH)
        .ofStore()
        .permits(PLACE_ORDERS)
        .answers(ServerSentEvents.MEDIA_TYPE)
        .by(this::answer);
  }

  private void answer(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, OrderId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var last = lastVersion(http, faults);
    faults.refuse();
    var actor = Actors.of(http);
    try (var reader = watch.watch(sound(id));
        var _ = streams.enter(Actors.ownAccount(actor).toString())) {
      var first = show(actor, sound(id)).orElseThrow(OrderProblems::noSuchOrder);
      var events = ServerSentEvents.begin(http);
      if (http.req().getMethod().equals("HEAD")) {
        http.res().flushBuffer();
      } else {
        new Stream(http, events, reader).follow(first, last);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** The version that the client has; 0 for none. */
  private static long lastVersion(Context http, ValidationErrors faults) {
    var text = http.header(LAST_EVENT_ID);
    if (text == null) {
      return 0;
    }
    if (!text.matches("[0-9]{1,18}")) {
      faults.header(LAST_EVENT_ID, "must be the id of an event of this stream");
      return 0;
    }
    return Long.parseLong(text);
  }

  private Optional<Order> show(Actor actor, OrderId id) {
    return ProblemException.unlessGranted(showOrder.show(actor, id));
  }

  /** One client. */
  private final class Stream {
    private final Context http;
    private final ServerSentEvents events;
    private final OrderWatch.Reader reader;

    Stream(Context http, ServerSentEvents events, OrderWatch.Reader reader) {
      this.http = http;
      this.events = events;
      this.reader = reader;
    }

    /**
     * Writes the order, and again after each change.
     *
     * @param last the version that the client has
     */
    void follow(Order first, long last) throws IOException, InterruptedException {
      var version = first.version();
      if (version == last) {
        events.comment();
      } else {
        write(first);
      }
      while (isAllowed()) {
        if (reader.await(version, CHECK)) {
          var next = read(first.id());
          if (next.isEmpty()) {
            return;
          }
          version = next.get().version();
          write(next.get());
        }
        if (events.isSilentFor(HEARTBEAT)) {
          events.comment();
        }
      }
    }

    private void write(Order order) throws IOException {
      events.event(Long.toString(order.version()), OwnOrderJson.bytes(order));
    }

    private boolean isAllowed() {
      try {
        authenticator.admit(http, Front.STORE);
        return !watch.isStopping();
      } catch (ProblemException ended) {
        return false;
      }
    }

    /** Empty if the order cannot be read: the client connects again and gets the reason. */
    private Optional<Order> read(OrderId id) throws InterruptedException {
      reading.acquire();
      try {
        return show(Actors.of(http), id);
      } catch (ProblemException | PortUnavailable away) {
        return Optional.empty();
      } finally {
        reading.release();
      }
    }
  }
}
