package io.clientele.bootstrap.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.load.FixedRateCalls;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens and renames accounts at a fixed rate, independent of the responses. An opening is repeated
 * under its idempotency key until it is acknowledged; a renaming is sent once. Records what was
 * acknowledged.
 */
final class OpenLoopWrites implements AutoCloseable {
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(200);

  private final URI accounts;
  private final String bearer;
  private final String run;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Long, String> opened = new ConcurrentHashMap<>();
  private final Map<Long, String> renamed = new ConcurrentHashMap<>();
  private final LongAdder asked = new LongAdder();
  private final LongAdder unanswered = new LongAdder();
  private final LongAdder replayed = new LongAdder();
  private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();
  private final FixedRateCalls beat;

  private OpenLoopWrites(ServiceProcess service, String bearer, String run, int perSecond) {
    this.accounts = service.uri("/v1/accounts");
    this.bearer = bearer;
    this.run = run;
    this.beat = FixedRateCalls.start(perSecond, (number, due) -> write(number));
  }

  /**
   * Starts the writes.
   *
   * @param run in letters, a part of every name
   */
  static OpenLoopWrites start(ServiceProcess service, String bearer, String run, int perSecond) {
    return new OpenLoopWrites(service, bearer, run, perSecond);
  }

  /** Stops, and waits until every opening is acknowledged. */
  void end() {
    beat.close();
  }

  @Override
  public void close() {
    end();
    client.close();
  }

  /** The number of openings and renamings whose first response was lost. */
  long unanswered() {
    return unanswered.sum();
  }

  /** The number of openings whose repetition got the stored response. */
  long replayed() {
    return replayed.sum();
  }

  long acknowledged() {
    return opened.size() + renamed.size();
  }

  /** Asserts that every acknowledged write is stored, every opening once, and nothing else. */
  void demandAll(PostgresProcess postgres) throws SQLException {
    assertThat(strange).isEmpty();
    assertThat(opened).hasSize((int) asked.sum()).isNotEmpty();
    assertThat(renamed).isNotEmpty();
    assertThat(number(postgres, "email LIKE '%s.%%@example.com'".formatted(run)))
        .isEqualTo(asked.sum());
    assertThat(number(postgres, "id = ANY('{%s}')".formatted(String.join(",", opened.values()))))
        .isEqualTo(asked.sum());
    var names = List.copyOf(renamed.values());
    assertThat(number(postgres, "name = ANY('{\"%s\"}')".formatted(String.join("\",\"", names))))
        .isEqualTo(names.size());
  }

  private static long number(PostgresProcess postgres, String which) throws SQLException {
    return postgres.number("accounts", "SELECT count(*) FROM account WHERE " + which);
  }

  private void write(long number) {
    asked.increment();
    var profile =
        "{\"name\": \"%s %d\", \"email\": \"%s.%d@example.com\"}"
            .formatted(run, number, run, number);
    var opening =
        HttpRequest.newBuilder(accounts)
            .header("Idempotency-Key", run + "-" + number)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(profile));
    var id = acknowledged(opening);
    opened.put(number, id);
    var name = "%s %d, renamed".formatted(run, number);
    var renaming =
        HttpRequest.newBuilder(URI.create(accounts + "/" + id))
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString("{\"name\": \"%s\"}".formatted(name)));
    if (status(send(renaming), 200) == 200) {
      renamed.put(number, name);
    } else {
      unanswered.increment();
    }
  }

  private String acknowledged(HttpRequest.Builder opening) {
    var answer = send(opening);
    unanswered.add(status(answer, 201) == 201 ? 0 : 1);
    for (var deadline = System.nanoTime() + Await.LONG.toNanos();
        status(answer, 201) != 201 && System.nanoTime() - deadline < 0;
        answer = send(opening)) {
      Await.pause(BEFORE_AGAIN);
    }
    if (status(answer, 201) != 201) {
      throw new AssertionError("never acknowledged: " + answer);
    }
    replayed.add(answer.headers().firstValue("Idempotent-Replayed").isPresent() ? 1 : 0);
    return JsonMapper.shared().readTree(answer.body()).get("id").asString();
  }

  /**
   * Returns the status; 0 without a response. Records any status other than success and 503 as
   * unexpected.
   */
  private int status(HttpResponse<String> answer, int done) {
    var status = answer == null ? 0 : answer.statusCode();
    var isToBeAskedAgain =
        status == 0
            || status == 503
            || status == 409 && answer.body().contains("idempotency-in-progress");
    if (status != done && !isToBeAskedAgain) {
      strange.add(status + " " + answer.body());
    }
    return status;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request
              .timeout(Duration.ofSeconds(20))
              .setHeader("Authorization", "Bearer " + bearer)
              .build(),
          BodyHandlers.ofString(UTF_8));
    } catch (IOException gone) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
