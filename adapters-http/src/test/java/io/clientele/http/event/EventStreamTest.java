package io.clientele.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventStreamTest {
  private static final String STREAM = "/v1/events/stream";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Reader> open = new ArrayList<>();

  @AfterEach
  void stop() {
    open.forEach(Reader::close);
    service.close();
    client.close();
  }

  @Test
  void aStreamSendsWhatIsThereAndThenWhatComes() throws IOException, InterruptedException {
    var ada = caller.open("Ada Lovelace");
    var reader = read("?types=account.*&include=data");
    assertThat(reader.response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    assertThat(reader.response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(reader.response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
    var first = reader.event();
    assertThat(account(first)).isEqualTo(ada);
    assertThat(first.path("data").path("name").asString()).isEqualTo("Ada Lovelace");
    assertThat(reader.id).isEqualTo(first.path("position").asString());
    var grace = caller.open("Grace Hopper");
    assertThat(account(reader.event())).isEqualTo(grace);
  }

  @Test
  void aReaderGoesOnAfterItsLastEvent() throws IOException, InterruptedException {
    caller.open("Ada Lovelace");
    var first = read("");
    first.event();
    first.close();
    var grace = caller.open("Grace Hopper");
    var second = read("?after=end", "Last-Event-ID", first.id);
    assertThat(account(second.event())).isEqualTo(grace);
  }

  @Test
  void manyPagesOfOneBlockAreSentWithoutAWakeUp() throws IOException, InterruptedException {
    for (var i = 0; i < 120; i++) {
      caller.open("Ada " + i);
    }
    var reader = read("");
    var last = 0L;
    for (var i = 0; i < 120; i++) {
      var position = reader.event().path("position").asLong();
      assertThat(position).isGreaterThan(last);
      last = position;
    }
  }

  @Test
  void aCustomerGetsTheEventsOfItsOwnAccountOnly() throws IOException, InterruptedException {
    var foreign = caller.open("Grace Hopper");
    var own = caller.open("Ada Lovelace");
    var key = "Bearer " + service.context(InMemoryIdentity.class).keyOf(own);
    assertThat(account(read("", "Authorization", key).event())).isEqualTo(own);
    assertThat(send("?accountId=" + foreign, "Authorization", key).statusCode()).isEqualTo(404);
  }

  @Test
  void theStreamEndsWhenTheProcessStops() throws IOException, InterruptedException {
    var reader = read("?after=end");
    reader.comment();
    service.health().stopping();
    assertThat(reader.isAtEnd()).isTrue();
  }

  @Test
  void aCallerHasTwentyStreamsAndGetsThemBack() throws IOException, InterruptedException {
    caller.open("Ada Lovelace");
    for (var i = 0; i < 20; i++) {
      read("").event();
    }
    var refused = send("");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(caller.get("/v1/events?after=end&wait=1").status()).isEqualTo(503);
  }

  @Test
  void anUnavailableFeedIsAProblemBeforeTheStreamBegins() throws IOException, InterruptedException {
    service.startOutage();
    assertThat(send("").statusCode()).isEqualTo(503);
  }

  private static AccountId account(JsonNode event) {
    return AccountId.parse(event.path("accountId").asString());
  }

  private Reader read(String query, String... headers) throws IOException, InterruptedException {
    var response = send(query, headers);
    assertThat(response.statusCode()).isEqualTo(200);
    var reader = new Reader(response);
    open.add(reader);
    return reader;
  }

  private HttpResponse<InputStream> send(String query, String... headers)
      throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + service.port() + STREAM + query);
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
    request.header("Authorization", "Bearer " + InMemoryIdentity.ADMIN_BEARER);
    for (var i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  /** Reads a stream as a browser does. */
  private static final class Reader {
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;
    private String id = "";

    Reader(HttpResponse<InputStream> response) {
      this.response = response;
      this.lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    JsonNode event() throws IOException {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        }
        if (line.startsWith("data: ")) {
          return JsonMapper.shared().readTree(line.substring(6));
        }
      }
      throw new AssertionError("the stream ended");
    }

    void comment() throws IOException {
      assertThat(lines.readLine()).isEqualTo(":");
    }

    boolean isAtEnd() throws IOException {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        assertThat(line).doesNotStartWith("data:");
      }
      return true;
    }

    void close() {
      try {
        response.body().close();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
