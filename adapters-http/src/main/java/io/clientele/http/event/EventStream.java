package io.clientele.http.event;

import io.clientele.application.event.ReadEvents;
import io.clientele.application.event.arrival.EventArrivals;
import io.clientele.domain.event.EventPage;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Front;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.exchange.stream.ServerSentEvents;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.limits.StreamLimiter;
import io.clientele.http.route.Authenticator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Streams the feed as Server-Sent Events until the client goes, its token ends or the process
 * stops. A stream has no place in the limit of requests that work at once; a few streams read the
 * feed at the same time. Safe for use by many threads.
 */
final class EventStream {
  /** How often a stream checks its token and whether the process stops. */
  private static final Duration CHECK = Duration.ofMillis(250);

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final int READS_AT_ONCE_MAX = 4;

  private final ReadEvents readEvents;
  private final EventArrivals arrivals;
  private final Authenticator authenticator;
  private final StreamLimiter waiting;
  private final Semaphore reading = new Semaphore(READS_AT_ONCE_MAX, true);

  EventStream(
      ReadEvents readEvents,
      EventArrivals arrivals,
      Authenticator authenticator,
      StreamLimiter waiting) {
    this.readEvents = readEvents;
    this.arrivals = arrivals;
    this.authenticator = authenticator;
    this.waiting = waiting;
  }

  void answer(Context http) throws IOException {
    var faults = new ValidationErrors();
    var request = EventListRequest.ofStream(http, faults);
    faults.refuse();
    var actor = Actors.of(http);
    try (var _ = waiting.enter(actor.name())) {
      var known = arrivals.newest();
      var first = EventPages.read(readEvents, actor, request.start(), request);
      var writer = new EventStreamWriter(ServerSentEvents.begin(http));
      if (http.req().getMethod().equals("HEAD")) {
        http.res().flushBuffer();
      } else {
        new Reader(http, actor, request, writer).follow(first, known);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** One client. */
  private final class Reader {
    private final Context http;
    private final Actor actor;
    private final EventListRequest request;
    private final EventStreamWriter writer;

    Reader(Context http, Actor actor, EventListRequest request, EventStreamWriter writer) {
      this.http = http;
      this.actor = actor;
      this.request = request;
      this.writer = writer;
    }

    /**
     * Writes a page and all later events.
     *
     * @param newest the newest block that was known before the page was read
     */
    void follow(EventPage first, long newest) throws IOException, InterruptedException {
      var page = first;
      var known = newest;
      if (page.events().isEmpty()) {
        writer.open(page.next());
      }
      writer.page(page);
      while (isAllowed()) {
        if (page.events().size() == request.limit() || arrivals.await(known, CHECK)) {
          known = arrivals.newest();
          var next = after(page);
          if (next == null) {
            return;
          }
          page = next;
          writer.page(page);
        }
        writer.heartbeat(page.next(), HEARTBEAT);
      }
    }

    private boolean isAllowed() {
      try {
        authenticator.admit(http, Front.OPERATIONS);
        return !arrivals.isStopping();
      } catch (ProblemException ended) {
        return false;
      }
    }

    /**
     * Returns the next page; null if the feed cannot be read: the client reconnects and gets the
     * reason.
     */
    private @Nullable EventPage after(EventPage page) throws InterruptedException {
      reading.acquire();
      try {
        var start = new ReadEvents.Start.After(page.next());
        return EventPages.read(readEvents, actor, start, request);
      } catch (ProblemException | PortUnavailable away) {
        return null;
      } finally {
        reading.release();
      }
    }
  }
}
