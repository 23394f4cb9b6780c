package io.clientele.http.server;

import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemJson;
import io.clientele.http.telemetry.RequestTrace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpParser.State;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose request head or body takes too long. The idle time-out does not find
 * them, because each received byte restarts it. While no more connections are accepted, idle
 * connections are closed sooner. A bean of the connector, so it has the connector's life cycle.
 */
final class SlowClientMonitor extends AbstractLifeCycle {
  private static final int CHECKS_PER_LIMIT = 4;
  private static final Set<State> HEAD = EnumSet.range(State.METHOD, State.HEADER);
  private static final Set<State> BODY = EnumSet.range(State.CONTENT, State.TRAILER);

  private final Connector connector;
  private final HttpConfig config;
  private IdentityHashMap<HttpConnection, Progress> progress = new IdentityHashMap<>();
  private volatile Scheduler.@Nullable Task next;

  /** The part of a request that a connection was receiving at a check, and since when. */
  private record Progress(boolean isHead, long messagesBefore, long sinceNanos) {
    boolean isSame(Progress other) {
      return isHead == other.isHead && messagesBefore == other.messagesBefore;
    }
  }

  SlowClientMonitor(Connector connector, HttpConfig config) {
    this.connector = connector;
    this.config = config;
  }

  @Override
  protected void doStart() {
    scheduleCheck();
  }

  @Override
  protected void doStop() {
    var task = next;
    if (task != null) {
      task.cancel();
    }
  }

  private void scheduleCheck() {
    var shortest = Math.min(config.headMillis(), config.bodyMillis());
    var pause = Math.min(shortest, config.fullIdleMillis()) / CHECKS_PER_LIMIT;
    next = connector.getScheduler().schedule(this::check, pause, TimeUnit.MILLISECONDS);
  }

  /** Runs on one thread at a time: the next check is planned at the end of this one. */
  private void check() {
    var now = System.nanoTime();
    var unfinished = new IdentityHashMap<HttpConnection, Progress>();
    var all = connector.getConnectedEndPoints();
    var isFull = all.size() >= config.connectionsMax();
    var idleMillis = isFull ? config.fullIdleMillis() : config.idleMillis();
    for (var endPoint : all) {
      endPoint.setIdleTimeout(idleMillis);
      if (endPoint.getConnection() instanceof HttpConnection connection) {
        var seen = progressOf(connection, now);
        var before = progress.get(connection);
        if (seen != null) {
          var current = before != null && before.isSame(seen) ? before : seen;
          unfinished.put(connection, current);
          cutIfSlow(endPoint, connection, current, now);
        }
      }
    }
    progress = unfinished;
    if (isRunning()) {
      scheduleCheck();
    }
  }

  private static @Nullable Progress progressOf(HttpConnection connection, long now) {
    var state = connection.getParser().getState();
    var isHead = HEAD.contains(state);
    return isHead || BODY.contains(state)
        ? new Progress(isHead, connection.getMessagesIn(), now)
        : null;
  }

  private void cutIfSlow(EndPoint endPoint, HttpConnection connection, Progress part, long now) {
    var maxMillis = part.isHead() ? config.headMillis() : config.bodyMillis();
    if (now - part.sinceNanos() > TimeUnit.MILLISECONDS.toNanos(maxMillis)) {
      if (part.isHead()) {
        answer(endPoint);
      } else {
        // Fails the read that waits for the body; the reader then answers.
        connection.onIdleExpired(new TimeoutException("slow body"));
      }
    }
  }

  /** Writes the 408 response to the socket, because no request exists yet. */
  private static void answer(EndPoint endPoint) {
    var requestId = RequestTrace.requestId(null);
    var body = ProblemJson.write(Problem.ofStatus(408), RequestTrace.of(requestId, null));
    var head =
        """
        HTTP/1.1 408 Request Timeout
        Connection: close
        Content-Type: %s
        Content-Length: %d
        %s
        %s: %s

        """
            .formatted(
                ProblemJson.MEDIA_TYPE,
                body.length,
                ResponseHeaders.ALWAYS.stream()
                    .map(field -> field.getName() + ": " + field.getValue())
                    .collect(Collectors.joining("\n")),
                RequestTrace.REQUEST_ID,
                requestId)
            .replace("\n", "\r\n");
    endPoint.write(
        Callback.from(endPoint::close),
        ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)),
        ByteBuffer.wrap(body));
  }
}
