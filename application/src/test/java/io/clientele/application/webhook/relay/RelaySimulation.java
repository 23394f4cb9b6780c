package io.clientele.application.webhook.relay;

import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookProfile;
import io.clientele.domain.webhook.WebhookProfile.Payload;
import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.WebhookUrl;
import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.domain.webhook.delivery.WebhookMessage;
import io.clientele.domain.webhook.lane.RelayId;
import io.clientele.inmemory.event.InMemoryEventFeed;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.webhook.InMemoryWebhookStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Relays, a feed and a receiver over virtual time. All stores are in memory. */
final class RelaySimulation {
  static final DeliveryOutcome TAKEN = new DeliveryOutcome.Delivered(204);
  static final DeliveryOutcome REFUSED = new DeliveryOutcome.Refused(400, null);
  static final DeliveryOutcome CUT = new DeliveryOutcome.Unreachable(DeliveryOutcome.Fault.TIMEOUT);

  final InMemoryChangeStore changes = new InMemoryChangeStore();
  final InMemoryEventFeed feed = new InMemoryEventFeed();
  final InMemoryWebhookStores stores = new InMemoryWebhookStores(changes);

  /** Every message that the receiver got, in order, with its time; test messages included. */
  final List<Received> received = new ArrayList<>();

  /** How far the relay that was stepped last is behind the feed. */
  long positionsBehind;

  private final Random random = new Random(42);
  private final List<WebhookRelay> relays = new ArrayList<>();
  private final List<RelayId> ids = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();
  private Function<WebhookMessage, DeliveryOutcome> receiver = message -> TAKEN;
  private Instant now = Instant.parse("2026-11-29T10:00:00Z");

  /** A message that arrived, and the answer. */
  record Received(Instant at, WebhookMessage message, DeliveryOutcome outcome) {
    boolean isTest() {
      return message.place() == null;
    }

    boolean isTaken() {
      return outcome.isDelivered();
    }
  }

  Instant now() {
    return now;
  }

  /** How the receiver answers from now on. */
  void answers(Function<WebhookMessage, DeliveryOutcome> answer) {
    receiver = answer;
  }

  /** Creates a webhook for all operators, which begins at the start of the feed. */
  Webhook webhook(int lanes) {
    return webhook(lanes, "operator.*", Payload.THIN);
  }

  Webhook webhook(int lanes, String types, Payload payload) {
    var filter = new EventFilter(Set.of(types), null);
    var url = new WebhookUrl("https://hooks.example.com/hook");
    var profile = new WebhookProfile("test", url, filter, payload);
    var created =
        Webhook.create(WebhookId.of(now, random), profile, lanes, WebhookSecret.of(random), by());
    stores.webhooks().add(created, EventPosition.START);
    return created.state().at(1);
  }

  Webhook stored(Webhook webhook) {
    return stores.webhooks().find(webhook.id()).orElseThrow();
  }

  /** Starts a webhook that the service stopped. */
  void start(Webhook webhook) {
    var stopped = stored(webhook);
    stores.webhooks().save(stopped.change(stopped.profile(), WebhookStatus.ACTIVE, by()), null);
  }

  Provenance by() {
    return new Provenance("operator:1", now);
  }

  /** Starts a relay. */
  WebhookRelay relay() {
    var id = new RelayId(new UUID(random.nextLong(), random.nextLong()));
    ids.add(id);
    var relay =
        new WebhookRelay(
            id,
            new RelayStores(
                stores.webhooks(),
                stores.lanes(),
                stores.deadLetters(),
                stores.attempts(),
                stores.redeliveries()),
            new WebhookRelay.Route(feed, this::receive, AttemptLog.ALL),
            new RelayRuntime(Runnable::run, () -> now, random, () -> 0, () -> {}),
            new LagRecorder());
    relays.add(relay);
    return relay;
  }

  /** Stops a relay as a kill does: it stores nothing more. */
  void kill(WebhookRelay relay) {
    relays.remove(relay);
  }

  /** Appends an event of an operator and returns its id. */
  UUID append(String operator) {
    var version = versions.merge(operator, 1L, Long::sum);
    var about = ChangeSubject.named("operator:" + operator).at(version);
    return feed.append(new PublishedEvent("operator.changed", now, about, List.of("name")));
  }

  /** Appends an event of an account with its state, and chains it. */
  void appendAccount(AccountId account) {
    var about = ChangeSubject.of(account).at(1).with("{\"name\":\"Ada\"}");
    feed.append(new PublishedEvent("account.opened", now, about, List.of("name")));
    feed.chain();
  }

  /** Appends this many events of this many operators, in turn, and chains them as one block. */
  void appendBlock(int events, int operators) {
    for (var i = 0; i < events; i++) {
      append(Integer.toString(random.nextInt(operators)));
    }
    feed.chain();
  }

  /** Steps all relays each second. */
  void run(Duration time) {
    run(time, () -> {});
  }

  /** Steps all relays each second, after this. */
  void run(Duration time, Runnable before) {
    for (var end = now.plus(time); now.isBefore(end); now = now.plusSeconds(1)) {
      before.run();
      List.copyOf(relays).forEach(WebhookRelay::step);
    }
  }

  /** Time passes, and no relay is stepped. */
  void skip(Duration time) {
    now = now.plus(time);
  }

  /** How many lanes each relay holds. */
  List<Integer> lanesByRelay(Webhook webhook) {
    return ids.stream()
        .map(id -> stores.lanes().held(id).size())
        .filter(held -> held > 0 && held <= webhook.lanes())
        .toList();
  }

  /** The events that the receiver took, in order of their first arrival. */
  List<WebhookMessage> taken() {
    var seen = new ArrayList<WebhookMessage>();
    var ids = new HashSet<UUID>();
    for (var each : received) {
      if (each.isTaken() && !each.isTest() && ids.add(each.message().id())) {
        seen.add(each.message());
      }
    }
    return seen;
  }

  /** The number of events that were appended. */
  long appended() {
    return versions.values().stream().mapToLong(Long::longValue).sum();
  }

  /** For each subject, the versions that arrived, in the order of their first arrival. */
  Map<String, List<Long>> versionsBySubject() {
    var bySubject = new HashMap<String, List<Long>>();
    for (var message : taken()) {
      var place = Objects.requireNonNull(message.place());
      bySubject.computeIfAbsent(subject(message), id -> new ArrayList<>()).add(place.version());
    }
    return bySubject;
  }

  private static String subject(WebhookMessage message) {
    var body = message.body();
    var from = body.indexOf("\"subject\":{\"id\":\"") + "\"subject\":{\"id\":\"".length();
    return body.substring(from, body.indexOf('"', from));
  }

  private DeliveryResult receive(WebhookMessage message) {
    var outcome = receiver.apply(message);
    received.add(new Received(now, message, outcome));
    return new DeliveryResult(outcome, 3, null);
  }

  /** Keeps the lag that was told last. */
  private final class LagRecorder implements RelayListener {
    @Override
    public void attempted(DeliveryOutcome outcome) {}

    @Override
    public void lagging(Duration lag, long positions) {
      positionsBehind = positions;
    }
  }
}
