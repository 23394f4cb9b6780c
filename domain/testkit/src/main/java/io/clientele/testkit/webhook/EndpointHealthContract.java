package io.clientele.testkit.webhook;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static io.clientele.testkit.webhook.WebhookSamples.NOW;
import static io.clientele.testkit.webhook.WebhookSamples.given;
import static io.clientele.testkit.webhook.WebhookSamples.position;
import static io.clientele.testkit.webhook.WebhookSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.lane.EndpointHealth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Instances share what they observe of endpoints: the part of {@link DeliveryLanesContract} without
 * leases.
 */
public interface EndpointHealthContract extends WebhooksUnderTest {
  @Test
  default void theHealthOfAnEndpointIsWhatAllInstancesObserved() {
    var webhook = given(webhooks().webhooks(), 1, 2, position(1));
    var other = given(webhooks().webhooks(), 2, 2, position(1));
    var lanes = webhooks().lanes();
    var both = Set.of(webhook.id(), other.id());
    assertThat(lanes.health(both).values()).containsOnly(EndpointHealth.UNTRIED).hasSize(2);
    lanes.advance(List.of(), Map.of(webhook.id(), failed(2)));
    lanes.advance(List.of(), Map.of(webhook.id(), failed(3)));
    assertThat(lanes.health(both))
        .containsEntry(webhook.id(), failed(5))
        .containsEntry(other.id(), EndpointHealth.UNTRIED);
    lanes.advance(List.of(), Map.of(webhook.id(), succeeded()));
    assertThat(lanes.health(both)).containsEntry(webhook.id(), succeeded());
    var absent = WebhookSamples.creation(3, 1).state().id();
    lanes.advance(List.of(), Map.of(absent, succeeded()));
    assertThat(lanes.health(Set.of(absent))).isEmpty();
  }

  @Test
  default void concurrentReportsOfFailuresAreAllCounted() {
    var webhook = given(webhooks().webhooks(), 1, 2, position(1));
    var lanes = webhooks().lanes();
    together(
        8,
        i -> {
          lanes.advance(List.of(), Map.of(webhook.id(), failed(1)));
          return true;
        });
    assertThat(lanes.health(Set.of(webhook.id()))).containsEntry(webhook.id(), failed(8));
  }

  @Test
  default void aWebhookThatIsStartedAgainForgetsItsFailures() {
    var webhooks = webhooks().webhooks();
    var webhook = given(webhooks, 1, 2, position(5));
    var lanes = webhooks().lanes();
    lanes.advance(List.of(), Map.of(webhook.id(), failed(4)));
    var kept = with(webhooks, webhook, WebhookStatus.PAUSED);
    assertThat(lanes.health(Set.of(webhook.id()))).containsEntry(webhook.id(), failed(4));
    with(webhooks, kept, WebhookStatus.ACTIVE);
    assertThat(lanes.health(Set.of(webhook.id())))
        .containsEntry(webhook.id(), EndpointHealth.UNTRIED);
    assertThat(lanes.positions(webhook.id()).orElseThrow().slowest()).isEqualTo(position(5));
  }

  private static EndpointHealth succeeded() {
    return new EndpointHealth(0, NOW.plusSeconds(9), null, null);
  }

  private static EndpointHealth failed(int times) {
    return new EndpointHealth(times, null, NOW, NOW.plusSeconds(60));
  }
}
