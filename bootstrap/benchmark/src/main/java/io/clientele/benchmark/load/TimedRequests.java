package io.clientele.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Sends requests until a time is over. */
public final class TimedRequests implements NextRequest {
  private final Supplier<String> requests;
  private final long ends;

  private TimedRequests(Supplier<String> requests, Duration duration) {
    this.requests = requests;
    this.ends = System.nanoTime() + duration.toNanos();
  }

  /** A request on a connection that is kept: its first line, more header lines, and its body. */
  public static String message(String request, String headers, String body) {
    return """
    %s HTTP/1.1\r
    Host: 127.0.0.1\r
    %sContent-Type: application/json\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(request, headers, body.length(), body);
  }

  /** Each of so many connections sends its next request as soon as it has the last answer. */
  public static ClosedLoopDriver.Result closedLoop(
      int port, int connections, Duration duration, Supplier<String> requests) throws IOException {
    return ClosedLoopDriver.run(port, connections, new TimedRequests(requests, duration));
  }

  /**
   * Sends so many requests a second at fixed times, in turn on so many connections.
   *
   * @return milliseconds of each from the time when it was due
   */
  public static List<Double> paced(
      int port, int perSecond, int connections, Duration duration, Supplier<String> requests)
      throws IOException, InterruptedException {
    var pace = Duration.ofSeconds(connections).dividedBy(perSecond);
    var callers = new ArrayList<PacedRequests>();
    try {
      for (var i = 0; i < connections; i++) {
        var all = new TimedRequests(requests, duration.multipliedBy(2));
        callers.add(PacedRequests.start(port, all, pace.toNanos()));
        Thread.sleep(pace.dividedBy(connections));
      }
      Thread.sleep(duration);
      return callers.stream().flatMap(caller -> caller.taken().stream()).toList();
    } finally {
      for (var caller : callers) {
        caller.close();
      }
    }
  }

  @Override
  public boolean sendOn(LoadConnection connection) throws IOException {
    if (System.nanoTime() - ends > 0) {
      return false;
    }
    connection.send(ByteBuffer.wrap(requests.get().getBytes(US_ASCII)));
    return true;
  }
}
