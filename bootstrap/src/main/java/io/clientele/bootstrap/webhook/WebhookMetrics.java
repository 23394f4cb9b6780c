package io.clientele.bootstrap.webhook;

import io.clientele.application.kernel.Job;
import io.clientele.application.webhook.relay.RelayListener;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts deliveries by outcome, and tells the lag and the dead letters of webhooks. */
final class WebhookMetrics implements Meters, RelayListener {
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
  private static final List<String> OUTCOMES =
      List.of("delivered", "refused", "busy", "gone", "unreachable", "forbidden");
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final Webhooks webhooks;
  private final DeadLetters deadLetters;
  private volatile Duration lag = Duration.ZERO;
  private volatile long positions;
  private volatile long dead;
  private volatile @Nullable LongCounter deliveries;

  WebhookMetrics(Webhooks webhooks, DeadLetters deadLetters) {
    this.webhooks = webhooks;
    this.deadLetters = deadLetters;
  }

  /** The job that counts dead letters, so that no scrape waits for the database. */
  Job job() {
    return new Job("webhook-figures", EVERY, 0.2, this::count);
  }

  @Override
  public void register(Meter meter) {
    var counter =
        meter
            .counterBuilder("clientele.webhook.deliveries")
            .setDescription("Attempts to deliver an event to a webhook, by outcome")
            .build();
    OUTCOMES.forEach(outcome -> counter.add(0, Attributes.of(OUTCOME, outcome)));
    deliveries = counter;
    meter
        .gaugeBuilder("clientele.webhook.lag")
        .setUnit("s")
        .setDescription("For how long the oldest event that this instance delivers has waited")
        .buildWithCallback(gauge -> gauge.record(lag.toMillis() / 1e3));
    meter
        .gaugeBuilder("clientele.webhook.lag.positions")
        .ofLongs()
        .setDescription("Positions from the slowest lane of this instance to the end of the feed")
        .buildWithCallback(gauge -> gauge.record(positions));
    meter
        .gaugeBuilder("clientele.webhook.dead.letters")
        .ofLongs()
        .setDescription("Events that webhooks have set aside")
        .buildWithCallback(gauge -> gauge.record(dead));
  }

  @Override
  public void attempted(DeliveryOutcome outcome) {
    var counter = deliveries;
    if (counter != null) {
      counter.add(1, Attributes.of(OUTCOME, name(outcome)));
    }
  }

  @Override
  public void lagging(Duration now, long behind) {
    lag = now;
    positions = behind;
  }

  private void count() {
    dead =
        webhooks.all().stream()
            .mapToLong(webhook -> deadLetters.count(webhook.id(), Instant.EPOCH))
            .sum();
  }

  private static String name(DeliveryOutcome outcome) {
    return switch (outcome) {
      case DeliveryOutcome.Delivered _ -> "delivered";
      case DeliveryOutcome.Refused refused -> refused.isBusy() ? "busy" : "refused";
      case DeliveryOutcome.Gone _ -> "gone";
      case DeliveryOutcome.Unreachable _ -> "unreachable";
      case DeliveryOutcome.Forbidden _ -> "forbidden";
    };
  }
}
