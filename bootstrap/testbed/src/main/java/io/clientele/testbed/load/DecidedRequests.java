package io.clientele.testbed.load;

import io.clientele.testbed.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Repeats a PUT until the service decides, each time at any of its instances. A response that was
 * cut off decides nothing, nor does 503. Thread-safe.
 */
public final class DecidedRequests implements AutoCloseable {
  private static final Duration RESPONSE_MAX = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final List<Integer> ports;
  private final AtomicLong undecided = new AtomicLong();

  /** Sends requests to these ports of 127.0.0.1. */
  public DecidedRequests(List<Integer> ports) {
    this.ports = ports;
  }

  /**
   * Returns the response that decides.
   *
   * @throws AssertionError after a minute without one
   */
  public HttpResponse<String> put(String path, String bearer, String json) {
    var deadline = System.nanoTime() + Await.LONG.toNanos();
    while (System.nanoTime() - deadline < 0) {
      try {
        var response = client.send(request(path, bearer, json), BodyHandlers.ofString());
        if (response.statusCode() != 503) {
          return response;
        }
      } catch (IOException cutOff) {
        // It may have been stored: the next attempt tells.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      undecided.incrementAndGet();
      Await.pause(PAUSE);
    }
    throw new AssertionError("not decided: " + path);
  }

  /** The number of attempts that decided nothing. */
  public long undecided() {
    return undecided.get();
  }

  private HttpRequest request(String path, String bearer, String json) {
    var port = ports.get(ThreadLocalRandom.current().nextInt(ports.size()));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + bearer)
        .header("Content-Type", "application/json")
        .timeout(RESPONSE_MAX)
        .PUT(BodyPublishers.ofString(json))
        .build();
  }

  @Override
  public void close() {
    client.close();
  }
}
