package io.clientele.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clientele.application.kernel.Access;
import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.kernel.event.PublishedTypes;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.WebhookProfile;
import io.clientele.domain.webhook.WebhookProfile.Payload;
import io.clientele.domain.webhook.WebhookRules;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.WebhookUrl;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.domain.webhook.delivery.Redelivery;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import io.clientele.inmemory.event.InMemoryEventFeed;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.webhook.InMemoryWebhookStores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookUseCasesTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final Actor ADMIN = actor(Role.ADMIN);
  private static final Actor AUDITOR = actor(Role.AUDITOR);
  private static final Actor CUSTOMER = actor(Role.CUSTOMER);

  private final InMemoryChangeStore changes = new InMemoryChangeStore();
  private final InMemoryEventFeed feed = new InMemoryEventFeed();
  private final InMemoryWebhookStores stores = new InMemoryWebhookStores(changes);
  private final Random random = new Random(1);
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final StartPositions positions = new StartPositions(feed, Duration.ofDays(90), clock);
  private final WebhookRules rules =
      new WebhookRules(
          List.of(PublishedTypes.of("operator.added", "operator.changed")),
          url -> {
            if (url.value().contains("private")) {
              throw new InvalidValue("url", "must resolve to public addresses");
            }
          });
  private final CreateWebhook create =
      new CreateWebhook(stores.webhooks(), positions, rules, random, clock);
  private final ChangeWebhook change =
      new ChangeWebhook(stores.webhooks(), stores.lanes(), positions, rules, clock);
  private final WebhookProgressReader progress =
      new WebhookProgressReader(feed, stores.lanes(), stores.deadLetters(), clock);

  @Test
  void onlyAnAdministratorCreatesAWebhookWhichBeginsAtTheEndOfTheChain() {
    append(3, NOW);
    assertThat(create.create(AUDITOR, profile(), 4, null))
        .isInstanceOf(CreateWebhook.Outcome.Denied.class);
    var webhook = created();
    assertThat(webhook.version()).isEqualTo(1);
    assertThat(stores.lanes().positions(webhook.id()).orElseThrow().byLane())
        .hasSize(4)
        .containsOnly(feed.end());
  }

  @Test
  void aStartThatIsNotKeptOrBeyondTheEndIsRefused() {
    append(1, NOW.minus(Duration.ofDays(91)));
    append(1, NOW.minus(Duration.ofDays(91)));
    append(1, NOW);
    assertThat(create.create(ADMIN, profile(), 4, EventPosition.START))
        .isEqualTo(new CreateWebhook.Outcome.EventsGone(EventPosition.of(3, 0)));
    assertThat(create.create(ADMIN, profile(), 4, EventPosition.of(4, 0)))
        .isInstanceOf(CreateWebhook.Outcome.Fork.class);
    assertThat(create.create(ADMIN, profile(), 4, EventPosition.of(2, 0)))
        .isInstanceOf(CreateWebhook.Outcome.Created.class);
  }

  @Test
  void unknownTypesAndRefusedUrlsAreAllNamed() {
    var filter = new EventFilter(Set.of("operator.*", "order.placed"), null);
    var url = new WebhookUrl("https://private.example.com/");
    var profile = new WebhookProfile("x", url, filter, Payload.THIN);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> create.create(ADMIN, profile, 4, null))
        .satisfies(
            fault ->
                assertThat(fault.faults())
                    .extracting(InvalidValue.Fault::field)
                    .containsExactly("types", "url"));
  }

  @Test
  void aWebhookIsPausedAndStartsAgainUnlessItsEventsAreGone() {
    append(1, NOW.minus(Duration.ofDays(91)));
    append(1, NOW.minus(Duration.ofDays(91)));
    append(1, NOW);
    var webhook = stored(create.create(ADMIN, profile(), 4, EventPosition.of(2, 0)));
    stores
        .webhooks()
        .save(
            webhook.change(profile(), WebhookStatus.PAUSED, ADMIN.acts(NOW)), EventPosition.START);
    assertThat(status(webhook, WebhookStatus.ACTIVE, null))
        .isEqualTo(new ChangeWebhook.Outcome.EventsGone(EventPosition.of(3, 0)));
    assertThat(status(webhook, WebhookStatus.ACTIVE, EventPosition.of(9, 0)))
        .isInstanceOf(ChangeWebhook.Outcome.Fork.class);
    assertThat(status(webhook, WebhookStatus.ACTIVE, EventPosition.of(2, 0)))
        .isInstanceOf(ChangeWebhook.Outcome.Done.class);
    assertThat(stores.lanes().positions(webhook.id()).orElseThrow().slowest())
        .isEqualTo(EventPosition.of(2, 0));
  }

  @Test
  void aLaneBeyondTheEndOfTheChainMustBeMovedBeforeTheWebhookStarts() {
    append(1, NOW);
    var webhook = created();
    stores
        .webhooks()
        .save(
            webhook.change(profile(), WebhookStatus.PAUSED, ADMIN.acts(NOW)),
            EventPosition.of(5, 0));
    assertThat(status(webhook, WebhookStatus.ACTIVE, null))
        .isInstanceOf(ChangeWebhook.Outcome.Fork.class);
    assertThat(status(webhook, WebhookStatus.ACTIVE, EventPosition.of(1, 0)))
        .isInstanceOf(ChangeWebhook.Outcome.Done.class);
  }

  @Test
  void aChangeKeepsTheExpectedVersionAndTheRules() {
    var webhook = created();
    assertThat(
            change.change(ADMIN, webhook.id(), version -> version == 7, of -> paused(of.profile())))
        .isInstanceOf(ChangeWebhook.Outcome.VersionMismatch.class);
    var refused =
        new WebhookProfile(
            "x", new WebhookUrl("https://private.example.com/"), profile().filter(), Payload.THIN);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(
            () -> change.change(ADMIN, webhook.id(), version -> true, of -> paused(refused)));
    assertThat(change.change(AUDITOR, webhook.id(), version -> true, of -> paused(profile())))
        .isInstanceOf(ChangeWebhook.Outcome.Denied.class);
  }

  @Test
  void aRemovedWebhookIsGone() {
    var webhook = created();
    var remove = new RemoveWebhook(stores.webhooks(), clock);
    assertThat(remove.remove(AUDITOR, webhook.id(), version -> true))
        .isEqualTo(RemoveWebhook.Outcome.DENIED);
    assertThat(remove.remove(ADMIN, webhook.id(), version -> version == 2))
        .isEqualTo(RemoveWebhook.Outcome.VERSION_MISMATCH);
    assertThat(remove.remove(ADMIN, webhook.id(), version -> version == 1))
        .isEqualTo(RemoveWebhook.Outcome.REMOVED);
    assertThat(remove.remove(ADMIN, webhook.id(), version -> true))
        .isEqualTo(RemoveWebhook.Outcome.NO_SUCH_WEBHOOK);
  }

  @Test
  void aNewSecretSignsWithTheOldOneDuringItsGrace() {
    var webhook = created();
    var rotate = new RotateWebhookSecret(stores.webhooks(), random, clock);
    var rotated =
        (RotateWebhookSecret.Outcome.Rotated)
            rotate.rotate(ADMIN, webhook.id(), Duration.ofMinutes(5));
    assertThat(rotated.webhook().secrets().signing(NOW))
        .hasSize(2)
        .contains(webhook.secrets().current());
    assertThat(rotate.rotate(AUDITOR, webhook.id(), Duration.ZERO))
        .isInstanceOf(RotateWebhookSecret.Outcome.Denied.class);
  }

  @Test
  void onlyAdministratorsSeeWholeUrlsAndAnswers() {
    var webhook = created();
    var view = new ViewWebhook(stores.webhooks(), progress);
    assertThat(granted(view.view(ADMIN, webhook.id())).orElseThrow().url()).endsWith("/key");
    assertThat(granted(view.view(AUDITOR, webhook.id())).orElseThrow().url())
        .isEqualTo("https://hooks.example.com");
    assertThat(view.view(CUSTOMER, webhook.id())).isInstanceOf(Access.Denied.class);
    var result = new DeliveryResult(new DeliveryOutcome.Delivered(200), 3, "answer");
    stores
        .attempts()
        .append(
            List.of(new DeliveryAttempt(webhook.id(), NOW, new UUID(1, 1), null, null, 1, result)));
    var list = new ListDeliveryAttempts(stores.webhooks(), stores.attempts());
    assertThat(granted(list.list(ADMIN, webhook.id(), null, 9)).orElseThrow().get(0).result())
        .isEqualTo(result);
    assertThat(
            granted(list.list(AUDITOR, webhook.id(), null, 9))
                .orElseThrow()
                .get(0)
                .result()
                .answer())
        .isNull();
  }

  @Test
  void theProgressTellsSinceWhenTheOldestEventWaits() {
    var webhook = created();
    append(1, NOW.minusSeconds(90));
    append(1, NOW.minusSeconds(30));
    var list = new ListWebhooks(stores.webhooks(), progress);
    var view = granted(list.list(AUDITOR, null, 9)).webhooks().get(0);
    assertThat(view.webhook()).isEqualTo(webhook);
    assertThat(view.progress().lag()).isEqualTo(Duration.ofSeconds(90));
    assertThat(view.progress().oldestUndelivered()).isEqualTo(NOW.minusSeconds(90));
  }

  @Test
  void webhooksAreListedInPages() {
    var first = created();
    var second = created();
    var list = new ListWebhooks(stores.webhooks(), progress);
    var ids = List.of(first.id(), second.id()).stream().sorted().toList();
    var page = granted(list.list(ADMIN, null, 1));
    assertThat(page.next()).isEqualTo(ids.get(0));
    var rest = granted(list.list(ADMIN, page.next(), 1));
    assertThat(rest.next()).isNull();
    assertThat(rest.webhooks().get(0).webhook().id()).isEqualTo(ids.get(1));
  }

  @Test
  void aTestMessageIsSentNowAndKeptAsAnAttempt() {
    var webhook = created();
    var result = new DeliveryResult(new DeliveryOutcome.Refused(500, null), 3, null);
    var test =
        new TestWebhook(
            stores.webhooks(),
            message -> {
              assertThat(message.body()).contains("\"type\":\"webhook.test\"");
              assertThat(message.place()).isNull();
              return result;
            },
            stores.attempts(),
            random,
            clock);
    assertThat(test.test(ADMIN, webhook.id())).isEqualTo(new TestWebhook.Outcome.Sent(result));
    assertThat(stores.attempts().list(webhook.id(), null, 9)).hasSize(1);
    assertThat(test.test(AUDITOR, webhook.id())).isInstanceOf(TestWebhook.Outcome.Denied.class);
  }

  @Test
  void aRedeliverySelectsByRangeIdsOrDeadLetters() {
    var webhook = created();
    var id = append(5, NOW);
    var from = EventPosition.of(1, 1);
    assertThat(positions(webhook, new RedeliverySelection.Range(from, EventPosition.of(1, 3))))
        .containsExactly(from, EventPosition.of(1, 2));
    assertThat(positions(webhook, new RedeliverySelection.Events(List.of(id, new UUID(1, 1)))))
        .containsExactly(EventPosition.of(1, 4));
    stores.deadLetters().add(new DeadLetter(webhook.id(), from, id, NOW, 8, "400"));
    assertThat(positions(webhook, new RedeliverySelection.AllDeadLetters())).containsExactly(from);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> positions(webhook, new RedeliverySelection.Range(from, from)));
  }

  @Test
  void aRedeliveryIsRequestedOnceForAKey() {
    var webhook = created();
    append(5, NOW);
    var once =
        new Idempotent<Redelivery>(
            new IdempotencyKey("admin", "POST", "/x", "k", "0"),
            redelivery -> new StoredResponse("text/plain", redelivery.id().toString().getBytes()));
    var all = new RedeliverySelection.Range(EventPosition.START, EventPosition.of(9, 0));
    var first = redeliver().redeliver(ADMIN, webhook.id(), all, once);
    assertThat(first).isInstanceOf(RedeliverEvents.Outcome.Accepted.class);
    assertThat(redeliver().redeliver(ADMIN, webhook.id(), all, once))
        .isInstanceOf(RedeliverEvents.Outcome.Replayed.class);
    assertThat(stores.redeliveries().open()).hasSize(1);
    assertThat(redeliver().redeliver(AUDITOR, webhook.id(), all, null))
        .isInstanceOf(RedeliverEvents.Outcome.Denied.class);
  }

  private List<EventPosition> positions(Webhook webhook, RedeliverySelection selection) {
    var outcome = redeliver().redeliver(ADMIN, webhook.id(), selection, null);
    var redelivery = ((RedeliverEvents.Outcome.Accepted) outcome).redelivery();
    var view = new ViewRedelivery(stores.redeliveries());
    assertThat(granted(view.view(AUDITOR, webhook.id(), redelivery.id()))).contains(redelivery);
    return redelivery.positions();
  }

  private RedeliverEvents redeliver() {
    return new RedeliverEvents(
        stores.webhooks(),
        stores.redeliveries(),
        stores.deadLetters(),
        feed,
        new RedeliverEvents.Source(
            at -> RedeliveryId.of(at, random),
            clock,
            new IdempotencyGuard<>(changes.responses(), RedeliverEvents.EARLIER)));
  }

  private ChangeWebhook.Outcome status(Webhook webhook, WebhookStatus status, EventPosition after) {
    return change.change(
        ADMIN,
        webhook.id(),
        version -> true,
        of -> new ChangeWebhook.Request(of.profile(), status, after));
  }

  private static ChangeWebhook.Request paused(WebhookProfile profile) {
    return new ChangeWebhook.Request(profile, WebhookStatus.PAUSED, null);
  }

  private Webhook created() {
    return stored(create.create(ADMIN, profile(), 4, null));
  }

  private static Webhook stored(CreateWebhook.Outcome outcome) {
    return ((CreateWebhook.Outcome.Created) outcome).webhook();
  }

  private UUID append(int events, Instant at) {
    UUID last = new UUID(0, 0);
    for (var i = 0; i < events; i++) {
      var about = ChangeSubject.named("operator:" + i).at(1);
      last = feed.append(new PublishedEvent("operator.changed", at, about, List.of()));
    }
    feed.chain();
    return last;
  }

  private static WebhookProfile profile() {
    var filter = new EventFilter(Set.of("operator.*"), null);
    return new WebhookProfile(
        "billing", new WebhookUrl("https://hooks.example.com/key"), filter, Payload.THIN);
  }

  private static <T> T granted(Access<T> access) {
    return ((Access.Granted<T>) access).value();
  }

  private static Actor actor(Role role) {
    return new Actor(
        "operator:1", Set.of(role), Set.copyOf(WebhookPermission.GRANTS.of(role)), null);
  }
}
