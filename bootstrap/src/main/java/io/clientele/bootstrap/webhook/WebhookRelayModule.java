package io.clientele.bootstrap.webhook;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import dagger.multibindings.Multibinds;
import io.clientele.application.event.arrival.EventArrivals;
import io.clientele.application.kernel.Job;
import io.clientele.application.kernel.Wakeup;
import io.clientele.application.webhook.relay.RelayRuntime;
import io.clientele.application.webhook.relay.RelayStores;
import io.clientele.application.webhook.relay.WebhookRelay;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.lifecycle.Managed;
import io.clientele.bootstrap.lifecycle.Phase;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.delivery.DeadLetterListener;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.domain.webhook.delivery.DeliveryAttempts;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.delivery.WebhookSender;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import io.clientele.domain.webhook.lane.RelayId;
import io.clientele.persistence.webhook.ReportedDeadLetters;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Delivers events to webhooks: the relay of this process, its job and its figures. */
@Module
public interface WebhookRelayModule {
  /** A step is made so often, and in addition when a message has ended or a block is new. */
  Duration STEP = Duration.ofMillis(100);

  /** Steps begin at least so far apart. */
  Duration STEPS_APART = Duration.ofMillis(1);

  @Multibinds
  Set<DeadLetterListener> deadLetterListeners();

  @Provides
  @Singleton
  static ReportedDeadLetters reportedDeadLetters(
      DeadLetters stored, Set<DeadLetterListener> listeners) {
    return new ReportedDeadLetters(stored, listeners);
  }

  @Provides
  @Singleton
  static RelayStores relayStores(
      Webhooks webhooks,
      DeliveryLanes lanes,
      ReportedDeadLetters deadLetters,
      DeliveryAttempts attempts,
      Redeliveries redeliveries) {
    return new RelayStores(webhooks, lanes, deadLetters, attempts, redeliveries);
  }

  @Provides
  @Singleton
  static WebhookRelay.Route relayRoute(EventFeed feed, WebhookSender sender, Config config) {
    return new WebhookRelay.Route(feed, sender, config.get(WebhookRelaySettings.LOG));
  }

  @Provides
  @Singleton
  static RelayWorker relayWorker(EventArrivals arrivals) {
    var worker =
        new RelayWorker(Executors.newVirtualThreadPerTaskExecutor(), new Wakeup(STEPS_APART));
    arrivals.onNewer(worker.wakeup()::wake);
    return worker;
  }

  /** What sends messages, and what asks for a step. */
  record RelayWorker(ExecutorService executor, Wakeup wakeup) {}

  @Provides
  @Singleton
  static RelayRuntime relayRuntime(
      RelayWorker worker, EventArrivals arrivals, SecureRandom random, InstantSource clock) {
    return new RelayRuntime(
        worker.executor(), clock, random, arrivals::newest, worker.wakeup()::wake);
  }

  @Provides
  @Singleton
  static WebhookRelay relay(
      RelayStores stores,
      WebhookRelay.Route route,
      RelayRuntime runtime,
      WebhookMetrics metrics,
      EventArrivals arrivals) {
    var random = runtime.random();
    var id = new RelayId(new UUID(random.nextLong(), random.nextLong()));
    var relay = new WebhookRelay(id, stores, route, runtime, metrics);
    arrivals.onLost(relay::chainLost);
    return relay;
  }

  @Provides
  @Singleton
  static WebhookMetrics metrics(Webhooks webhooks, DeadLetters deadLetters) {
    return new WebhookMetrics(webhooks, deadLetters);
  }

  @Binds
  @IntoSet
  Meters meters(WebhookMetrics metrics);

  @Provides
  @ElementsIntoSet
  static Set<Job> jobs(WebhookRelay relay, RelayWorker worker, WebhookMetrics metrics) {
    return Set.of(
        new Job("webhook-relay", STEP, 0, relay::step).wokenBy(worker.wakeup()), metrics.job());
  }

  /** Messages that are in flight are sent again by the next owner of their lane. */
  @Provides
  @IntoSet
  static Managed stop(WebhookRelay relay, RelayWorker worker) {
    return Managed.stopping(
        "webhook relay",
        Phase.CONTEXT,
        () -> {
          worker.executor().shutdownNow();
          relay.retire();
        });
  }
}
