package io.clientele.testkit.webhook;

import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static io.clientele.testkit.webhook.WebhookSamples.NOW;
import static io.clientele.testkit.webhook.WebhookSamples.creation;
import static io.clientele.testkit.webhook.WebhookSamples.given;
import static io.clientele.testkit.webhook.WebhookSamples.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.delivery.Redeliveries.Added;
import io.clientele.domain.webhook.delivery.Redeliveries.Open;
import io.clientele.domain.webhook.delivery.Redeliveries.Sent;
import io.clientele.domain.webhook.delivery.Redelivery;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import io.clientele.testkit.kernel.ChangeTrial;
import io.clientele.testkit.kernel.IdempotentChangeContract;
import io.clientele.testkit.kernel.Sample;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * A redelivery is kept until all its events are sent. Implement it in the test of your own {@link
 * Redeliveries}.
 */
public interface RedeliveriesContract extends WebhooksUnderTest, IdempotentChangeContract {
  @Override
  default ChangeTrial<?, ?> trial() {
    return new Trial(webhooks(), new AtomicLong(2_000));
  }

  @Test
  default void aRedeliveryIsFoundByItsWebhookAndItsId() {
    var redeliveries = webhooks().redeliveries();
    var id = given(webhooks().webhooks(), 1).id();
    var other = given(webhooks().webhooks(), 2).id();
    var requested = request(id, 1);
    assertThat(redeliveries.add(requested)).isEqualTo(Added.STORED);
    assertThat(redeliveries.find(id, requested.state().id())).contains(requested.state());
    assertThat(redeliveries.find(other, requested.state().id())).isEmpty();
    assertThat(redeliveries.find(id, request(id, 2).state().id())).isEmpty();
  }

  @Test
  default void eventsThatWereSentAreNoLongerOpenAndCountOnce() {
    var redeliveries = webhooks().redeliveries();
    var webhook = given(webhooks().webhooks(), 1).id();
    var id = request(webhook, 1).state().id();
    redeliveries.add(request(webhook, 1));
    redeliveries.sent(id, List.of(new Sent(position(3), false), new Sent(position(77), false)));
    redeliveries.sent(id, List.of(new Sent(position(3), false)));
    assertThat(redeliveries.open())
        .containsExactly(new Open(id, webhook, List.of(position(2), position(5))));
    redeliveries.sent(id, List.of(new Sent(position(2), true), new Sent(position(5), true)));
    assertThat(redeliveries.open()).isEmpty();
    var done = redeliveries.find(webhook, id).orElseThrow();
    assertThat(done.isDone()).isTrue();
    assertThat(done.sent()).isEqualTo(3);
    assertThat(done.failed()).isEqualTo(1);
  }

  @Test
  default void openRedeliveriesAreListedFromTheOldestAndAreLimited() {
    var redeliveries = webhooks().redeliveries();
    var webhook = given(webhooks().webhooks(), 1).id();
    for (var seed = 0; seed < Redeliveries.OPEN_MAX; seed++) {
      assertThat(redeliveries.add(request(webhook, seed))).isEqualTo(Added.STORED);
    }
    assertThat(redeliveries.add(request(webhook, 99))).isEqualTo(Added.TOO_MANY);
    var first = request(webhook, 0).state();
    assertThat(redeliveries.open()).hasSize(Redeliveries.OPEN_MAX);
    assertThat(redeliveries.open().get(0).id()).isEqualTo(first.id());
    redeliveries.sent(
        first.id(), first.positions().stream().map(each -> new Sent(each, true)).toList());
    assertThat(redeliveries.add(request(webhook, 99))).isEqualTo(Added.STORED);
  }

  @Test
  default void aWebhookThatIsNotThereHasNoRedelivery() {
    var absent = creation(9, 1).state().id();
    assertThat(webhooks().redeliveries().add(request(absent, 1))).isEqualTo(Added.NO_SUCH_WEBHOOK);
  }

  @Test
  default void redeliveriesThatAreAwayAreUnavailableAndNotNone() {
    var away = webhooksAway().redeliveries();
    var requested = request(creation(1, 1).state().id(), 1);
    var id = requested.state().id();
    assertUnavailable(
        List.of(
            () -> away.add(requested),
            () -> away.find(requested.state().webhook(), id),
            away::open,
            () -> away.sent(id, List.of(new Sent(position(1), true)))));
  }

  private static Change<Redelivery> request(WebhookId webhook, long seed) {
    var id = RedeliveryId.of(NOW.plusSeconds(seed), new Random(seed));
    var positions = List.of(position(5), position(2), position(3));
    return Redelivery.request(id, webhook, positions, new Sample(seed).act(NOW.plusSeconds(seed)));
  }

  /** Redeliveries, each of a webhook of its own. */
  record Trial(WebhookPorts ports, AtomicLong seed) implements ChangeTrial<Redelivery, Added> {
    public Trial {
      Objects.requireNonNull(ports, "ports");
      Objects.requireNonNull(seed, "seed");
    }

    @Override
    public Change<Redelivery> accepted() {
      var next = seed.incrementAndGet();
      return request(given(ports.webhooks(), next).id(), next);
    }

    @Override
    public List<Change<Redelivery>> refused() {
      var next = seed.incrementAndGet();
      return List.of(request(creation(next, 1).state().id(), next));
    }

    @Override
    public Added save(Change<Redelivery> change) {
      return ports.redeliveries().add(change);
    }

    @Override
    public Added stored() {
      return Added.STORED;
    }

    @Override
    public List<AuditEntry> entries(Change<Redelivery> change) {
      return AuditEntry.of(change, null, change.state().webhook().subject());
    }
  }
}
