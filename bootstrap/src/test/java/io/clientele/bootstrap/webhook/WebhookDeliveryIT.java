package io.clientele.bootstrap.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.Main;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookProfile;
import io.clientele.domain.webhook.WebhookProfile.Payload;
import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.WebhookUrl;
import io.clientele.domain.webhook.WebhookVerifier;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.crypto.DataKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.webhook.JdbcWebhooks;
import io.clientele.testbed.Await;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every committed change reaches a webhook, in the order of its subject, through a kill. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookDeliveryIT {
  private static final int ACCOUNTS = 8;
  private static final int CHANGES = 6;

  /** The trace of a change: of its account, and its number. */
  private static final String TRACE = "0af7651916cd43dd8448eb21%04d%04d";

  private final SecureRandom random = new SecureRandom();
  private final WebhookSecret secret = WebhookSecret.of(random);
  private Map<String, String> variables;
  private PostgresProcess postgres;
  private ServiceProcess service;
  private ServiceProcess other;
  private RecordingReceiver receiver;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    receiver = new RecordingReceiver(secret);
    postgres = PostgresProcess.start(Files.createDirectories(folder.resolve("postgres")));
    var allowed = Map.of("WEBHOOK_ALLOW", "127.0.0.0/8,::1/128");
    variables = ServiceLauncher.variables(postgres.url("webhooks"), "none", allowed);
    service = ServiceLauncher.of(Main.class, folder, variables).awaitReady();
    var more = new HashMap<>(variables);
    more.putAll(ServiceLauncher.ports());
    other = ServiceLauncher.of(Main.class, folder, more).awaitReady();
    subscribe();
  }

  @AfterAll
  void stop() {
    other.close();
    service.close();
    postgres.close();
    receiver.close();
  }

  @Test
  void eachChangeArrivesSignedAndInOrderThoughAProcessIsKilledMidway() {
    var isKilled = new AtomicBoolean();
    receiver.answers(
        () -> {
          if (receiver.messages().size() >= ACCOUNTS && isKilled.compareAndSet(false, true)) {
            service.kill();
          }
          return 204;
        });
    var writers =
        IntStream.range(0, ACCOUNTS)
            .mapToObj(number -> CompletableFuture.supplyAsync(() -> changed(number)))
            .toList();
    var accounts = writers.stream().map(CompletableFuture::join).collect(Collectors.toSet());
    Await.until(
        "all changes have arrived", () -> receiver.first().size() >= ACCOUNTS * (1 + CHANGES));
    assertThat(isKilled).isTrue();
    assertThat(receiver.messages())
        .allMatch(message -> message.verified() == WebhookVerifier.Result.VALID);
    assertThat(versions().keySet()).containsExactlyInAnyOrderElementsOf(accounts);
    assertThat(versions().values())
        .allSatisfy(
            versions ->
                assertThat(versions)
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1 + CHANGES).boxed().toList()));
    assertThat(receiver.first())
        .filteredOn(message -> message.version() > 1)
        .extracting(message -> message.trace().substring(3, 35))
        .containsExactlyInAnyOrderElementsOf(tracesOfChanges());
    var positions =
        receiver.messages().stream()
            .collect(
                Collectors.toMap(
                    RecordingReceiver.Message::id,
                    RecordingReceiver.Message::position,
                    this::same));
    assertThat(positions).hasSize(ACCOUNTS * (1 + CHANGES));
  }

  private void subscribe() {
    var place = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/webhooks";
    var login = new Login(place, "postgres", null);
    try (var database = new Database(DatabaseConfig.of(login))) {
      var key = Objects.requireNonNull(variables.get("DATA_KEYS"));
      var webhooks = new JdbcWebhooks(database, new ChangeStore(DataKeys.parse(key)));
      var now = Instant.now();
      var filter = new EventFilter(Set.of("account.*"), null);
      var profile =
          new WebhookProfile("test", new WebhookUrl(receiver.url()), filter, Payload.FULL);
      var by = new Provenance("test", now);
      var created = Webhook.create(WebhookId.of(now, random), profile, 16, secret, by);
      assertThat(webhooks.add(created, EventPosition.START)).isEqualTo(Webhooks.Added.STORED);
    }
  }

  /** Opens an account and changes its name, at the process that is not killed. */
  private String changed(int number) {
    try {
      var id = other.open("Account " + number);
      for (var change = 1; change <= CHANGES; change++) {
        var name = "{\"name\": \"Account %d, change %d\"}".formatted(number, change);
        var trace = "00-" + TRACE.formatted(number, change) + "-b7ad6b7169203331-01";
        var answer = other.patch("/v1/accounts/" + id, name, "traceparent", trace);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      }
      return id;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  private Map<String, List<Long>> versions() {
    return receiver.first().stream()
        .collect(
            Collectors.groupingBy(
                RecordingReceiver.Message::subject,
                Collectors.mapping(RecordingReceiver.Message::version, Collectors.toList())));
  }

  private static List<String> tracesOfChanges() {
    return IntStream.range(0, ACCOUNTS)
        .boxed()
        .flatMap(
            number ->
                IntStream.rangeClosed(1, CHANGES)
                    .mapToObj(change -> TRACE.formatted(number, change)))
        .toList();
  }

  private long same(long one, long other) {
    assertThat(one).isEqualTo(other);
    return one;
  }
}
