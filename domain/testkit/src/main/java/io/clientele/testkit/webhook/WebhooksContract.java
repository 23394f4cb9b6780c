package io.clientele.testkit.webhook;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static io.clientele.testkit.webhook.WebhookSamples.NOW;
import static io.clientele.testkit.webhook.WebhookSamples.creation;
import static io.clientele.testkit.webhook.WebhookSamples.given;
import static io.clientele.testkit.webhook.WebhookSamples.position;
import static io.clientele.testkit.webhook.WebhookSamples.profile;
import static io.clientele.testkit.webhook.WebhookSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.Webhooks.Added;
import io.clientele.domain.webhook.Webhooks.Saved;
import io.clientele.testkit.kernel.ChangeStoreContract;
import io.clientele.testkit.kernel.ChangeTrial;
import io.clientele.testkit.kernel.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Webhooks are found as they were stored. Implement it in the test of your own stores. */
public interface WebhooksContract extends WebhooksUnderTest, ChangeStoreContract {
  @Override
  default ChangeTrial<?, ?> trial() {
    return new Trial(webhooks().webhooks(), new AtomicLong(1_000));
  }

  @Test
  default void aNewWebhookIsFoundAsItWasCreated() {
    var webhooks = webhooks().webhooks();
    var stored = given(webhooks, 1);
    assertThat(webhooks.find(stored.id())).contains(stored);
    assertThat(webhooks.find(creation(2, 1).state().id())).isEmpty();
  }

  @Test
  default void webhooksAreListedFromTheOldest() {
    var webhooks = webhooks().webhooks();
    var second = given(webhooks, 2);
    var first = given(webhooks, 1);
    assertThat(webhooks.all()).containsExactly(first, second);
  }

  @Test
  default void the51stWebhookIsRefusedEvenAmongConcurrentOnes() {
    var webhooks = webhooks().webhooks();
    IntStream.range(0, 46).forEach(i -> given(webhooks, i, 1, position(1)));
    var ends = together(8, i -> webhooks.add(creation(100 + i, 1), position(1)));
    assertThat(ends).filteredOn(Added.STORED::equals).hasSize(4);
    assertThat(ends).filteredOn(Added.LIMIT_REACHED::equals).hasSize(4);
    assertThat(webhooks.all()).hasSize(Webhook.WEBHOOKS_MAX);
  }

  @Test
  default void theSecondWriterOfOneVersionOfAWebhookIsStale() {
    var webhooks = webhooks().webhooks();
    var read = given(webhooks, 1);
    var by = new Sample(1).act();
    var first = read.change(profile("first"), WebhookStatus.PAUSED, by);
    var second = read.change(profile("second"), WebhookStatus.ACTIVE, by);
    assertThat(webhooks.save(first, null)).isEqualTo(Saved.STORED);
    assertThat(webhooks.save(second, position(9))).isEqualTo(Saved.STALE);
    assertThat(webhooks.remove(read.remove(by))).isEqualTo(Saved.STALE);
    assertThat(webhooks.find(read.id())).contains(first.state().at(2));
  }

  @Test
  default void aRotatedSecretIsFoundWithTheOneBeforeIt() {
    var webhooks = webhooks().webhooks();
    var read = given(webhooks, 1);
    var next = WebhookSecret.of(new Random(7));
    var rotated = read.rotate(next, Duration.ofHours(1), new Sample(1).act(NOW));
    assertThat(webhooks.save(rotated, null)).isEqualTo(Saved.STORED);
    var secrets = webhooks.find(read.id()).orElseThrow().secrets();
    assertThat(secrets.signing(NOW)).containsExactly(next, read.secrets().current());
    assertThat(secrets.previousUntil()).isEqualTo(NOW.plusSeconds(3_600));
  }

  @Test
  default void aReasonToStopIsKept() {
    var webhooks = webhooks().webhooks();
    var read = given(webhooks, 1);
    var stopped = read.stop(WebhookStatus.DISABLED_GONE, new Sample(1).act());
    assertThat(webhooks.save(stopped, null)).isEqualTo(Saved.STORED);
    assertThat(webhooks.find(read.id())).contains(stopped.state().at(2));
  }

  @Test
  default void theTimeOfTheLastStartIsKept() {
    var webhooks = webhooks().webhooks();
    var read = given(webhooks, 1);
    assertThat(read.activeSince()).isEqualTo(read.createdAt());
    var paused = with(webhooks, read, WebhookStatus.PAUSED);
    assertThat(webhooks.find(read.id()).orElseThrow().activeSince()).isEqualTo(read.createdAt());
    var by = new Sample(1).act(NOW.plusSeconds(99));
    var started = paused.change(paused.profile(), WebhookStatus.ACTIVE, by);
    assertThat(webhooks.save(started, null)).isEqualTo(Saved.STORED);
    assertThat(webhooks.find(read.id()).orElseThrow().activeSince()).isEqualTo(by.at());
  }

  @Test
  default void aRemovedWebhookIsGoneAndCannotBeChanged() {
    var webhooks = webhooks().webhooks();
    var read = given(webhooks, 1);
    var by = new Sample(1).act();
    assertThat(webhooks.remove(read.remove(by))).isEqualTo(Saved.STORED);
    assertThat(webhooks.find(read.id())).isEmpty();
    assertThat(webhooks.all()).isEmpty();
    assertThat(webhooks.save(read.change(profile("x"), WebhookStatus.ACTIVE, by), null))
        .isEqualTo(Saved.STALE);
    assertThat(webhooks().lanes().positions(read.id())).isEmpty();
  }

  @Test
  default void theTimeOfTheFirstFailureKeepsTheVersionAndEndsWhenTheWebhookStartsAgain() {
    var webhooks = webhooks().webhooks();
    var read = given(webhooks, 1);
    webhooks.failing(read.id(), NOW);
    var failing = webhooks.find(read.id()).orElseThrow();
    assertThat(failing.failingSince()).isEqualTo(NOW);
    assertThat(failing.version()).isEqualTo(1);
    var paused = with(webhooks, failing, WebhookStatus.PAUSED);
    assertThat(webhooks.find(read.id())).contains(paused);
    with(webhooks, paused, WebhookStatus.ACTIVE);
    assertThat(webhooks.find(read.id()).orElseThrow().failingSince()).isNull();
    webhooks.failing(read.id(), NOW);
    webhooks.failing(read.id(), null);
    assertThat(webhooks.find(read.id()).orElseThrow().failingSince()).isNull();
  }

  @Test
  default void webhooksThatAreAwayAreUnavailableAndNotNone() {
    var away = webhooksAway().webhooks();
    var created = creation(1, 1);
    var stored = created.state().at(1);
    var by = new Sample(1).act();
    assertUnavailable(
        List.of(
            () -> away.find(stored.id()),
            away::all,
            () -> away.add(created, position(1)),
            () -> away.save(stored.change(profile("x"), WebhookStatus.ACTIVE, by), null),
            () -> away.remove(stored.remove(by)),
            () -> away.failing(stored.id(), null)));
  }

  /** New webhooks, and refused changes of a stored one. */
  record Trial(Webhooks webhooks, AtomicLong seed) implements ChangeTrial<Webhook, Enum<?>> {
    public Trial {
      Objects.requireNonNull(webhooks, "webhooks");
      Objects.requireNonNull(seed, "seed");
    }

    @Override
    public Change<Webhook> accepted() {
      return creation(seed.incrementAndGet(), 1);
    }

    @Override
    public List<Change<Webhook>> refused() {
      var stored = given(webhooks, seed.incrementAndGet());
      var stale = stored.at(7).change(profile("x"), WebhookStatus.ACTIVE, new Sample(1).act());
      var unknown = accepted().state().at(1).remove(new Sample(2).act());
      return List.of(stale, unknown);
    }

    @Override
    public Enum<?> save(Change<Webhook> change) {
      if (change.state().version() == 0) {
        return same(webhooks.add(change, position(1)));
      }
      return same(webhooks.save(change, null));
    }

    @Override
    public Enum<?> stored() {
      return Saved.STORED;
    }

    @Override
    public List<AuditEntry> entries(Change<Webhook> change) {
      return AuditEntry.of(change, null, change.state().id().subject());
    }

    @Override
    public List<PublishedEvent> events(Change<Webhook> change) {
      var state = change.state();
      var about = ChangeSubject.named(state.id().subject()).at(state.version() + 1);
      return PublishedEvent.of(change, about);
    }

    private static Enum<?> same(Enum<?> result) {
      return Objects.equals(result, Added.STORED) ? Saved.STORED : result;
    }
  }
}
