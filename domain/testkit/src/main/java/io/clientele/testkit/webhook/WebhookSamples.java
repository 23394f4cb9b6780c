package io.clientele.testkit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookProfile;
import io.clientele.domain.webhook.WebhookProfile.Payload;
import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.WebhookUrl;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.testkit.kernel.Sample;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.Set;

/** Readable webhooks for tests. */
public final class WebhookSamples {
  /** A time in whole microseconds. */
  public static final Instant NOW = Sample.BEGINNING.truncatedTo(ChronoUnit.MICROS);

  private WebhookSamples() {}

  /** Returns a webhook to create; each seed gives another one. */
  public static Change<Webhook> creation(long seed, int lanes) {
    var random = new Random(seed);
    return Webhook.create(
        WebhookId.of(NOW.plusSeconds(seed), random),
        profile("billing " + seed),
        lanes,
        WebhookSecret.of(random),
        new Sample(seed).act(NOW.plusSeconds(seed)));
  }

  /** Stores a webhook whose lanes begin after this position, and returns it. */
  public static Webhook given(Webhooks webhooks, long seed, int lanes, EventPosition after) {
    var created = creation(seed, lanes);
    assertThat(webhooks.add(created, after)).isEqualTo(Webhooks.Added.STORED);
    return created.state().at(1);
  }

  /** Stores a webhook of 4 lanes, and returns it. */
  public static Webhook given(Webhooks webhooks, long seed) {
    return given(webhooks, seed, 4, position(1));
  }

  /** Pauses a webhook, or starts it again, and returns it as it is stored. */
  public static Webhook with(Webhooks webhooks, Webhook webhook, WebhookStatus status) {
    var changed = webhook.change(webhook.profile(), status, new Sample(9).act());
    assertThat(webhooks.save(changed, null)).isEqualTo(Webhooks.Saved.STORED);
    return changed.state().at(webhook.version() + 1);
  }

  /** A profile of this name. */
  public static WebhookProfile profile(String name) {
    var filter = new EventFilter(Set.of("account.*", "webhook.disabled"), null);
    var url = new WebhookUrl("https://hooks.example.com/key-of-its-owner");
    return new WebhookProfile(name, url, filter, Payload.FULL);
  }

  /** The position of the first event of a block. */
  public static EventPosition position(long block) {
    return EventPosition.of(block, 0);
  }
}
