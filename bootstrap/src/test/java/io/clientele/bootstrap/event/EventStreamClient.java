package io.clientele.bootstrap.event;

import io.clientele.testbed.service.ServiceProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stream of events on a thread of its own, until it ends. */
final class EventStreamClient implements AutoCloseable {
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final HttpResponse<InputStream> response;
  private final CompletableFuture<Void> end;

  EventStreamClient(HttpClient client, ServiceProcess service, String query, String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(service.uri("/v1/events/stream" + query))
            .header("Authorization", "Bearer " + token)
            .build();
    response = client.send(request, BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IOException("the stream answered " + response.statusCode());
    }
    end = CompletableFuture.runAsync(this::read);
  }

  /** The events until now. */
  List<JsonNode> events() {
    return List.copyOf(events);
  }

  boolean hasEnded() {
    return end.isDone();
  }

  @Override
  public void close() throws IOException {
    response.body().close();
  }

  private void read() {
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          events.add(JsonMapper.shared().readTree(line.substring("data: ".length())));
        }
      }
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
