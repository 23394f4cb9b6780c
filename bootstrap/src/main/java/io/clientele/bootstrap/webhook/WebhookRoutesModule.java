package io.clientele.bootstrap.webhook;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dagger.multibindings.Multibinds;
import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.application.webhook.ChangeWebhook;
import io.clientele.application.webhook.CreateWebhook;
import io.clientele.application.webhook.ListDeadLetters;
import io.clientele.application.webhook.ListDeliveryAttempts;
import io.clientele.application.webhook.ListWebhooks;
import io.clientele.application.webhook.RedeliverEvents;
import io.clientele.application.webhook.RemoveWebhook;
import io.clientele.application.webhook.RotateWebhookSecret;
import io.clientele.application.webhook.StartPositions;
import io.clientele.application.webhook.TestWebhook;
import io.clientele.application.webhook.ViewRedelivery;
import io.clientele.application.webhook.ViewWebhook;
import io.clientele.application.webhook.WebhookProgressReader;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedTypes;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.WebhookRules;
import io.clientele.domain.webhook.WebhookUrlPolicy;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.domain.webhook.delivery.DeliveryAttempts;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import io.clientele.domain.webhook.delivery.WebhookSender;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.webhook.RedeliveryRoutes;
import io.clientele.http.webhook.WebhookDeliveryRoutes;
import io.clientele.http.webhook.WebhookRoutes;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** The routes of webhooks, and their use cases. Contexts contribute the types they publish. */
@Module
public interface WebhookRoutesModule {
  @Multibinds
  Set<PublishedTypes> types();

  @Provides
  @IntoSet
  static Grants grants() {
    return WebhookPermission.GRANTS;
  }

  @Provides
  @Singleton
  static WebhookRules rules(Set<PublishedTypes> types, WebhookUrlPolicy urls) {
    return new WebhookRules(types, urls);
  }

  @Provides
  @Singleton
  static StartPositions positions(
      EventFeed feed, @Named("EVENTS_KEPT") Duration kept, InstantSource clock) {
    return new StartPositions(feed, kept, clock);
  }

  @Provides
  @Singleton
  static WebhookProgressReader progress(
      EventFeed feed, DeliveryLanes lanes, DeadLetters deadLetters, InstantSource clock) {
    return new WebhookProgressReader(feed, lanes, deadLetters, clock);
  }

  @Provides
  @Singleton
  static CreateWebhook createWebhook(
      Webhooks webhooks,
      StartPositions positions,
      WebhookRules rules,
      SecureRandom random,
      InstantSource clock) {
    return new CreateWebhook(webhooks, positions, rules, random, clock);
  }

  @Provides
  @Singleton
  static ChangeWebhook changeWebhook(
      Webhooks webhooks,
      DeliveryLanes lanes,
      StartPositions positions,
      WebhookRules rules,
      InstantSource clock) {
    return new ChangeWebhook(webhooks, lanes, positions, rules, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup routes(
      CreateWebhook createWebhook,
      ChangeWebhook changeWebhook,
      Webhooks webhooks,
      WebhookProgressReader progress,
      InstantSource clock) {
    return new WebhookRoutes(
        createWebhook,
        new ListWebhooks(webhooks, progress),
        new ViewWebhook(webhooks, progress),
        changeWebhook,
        new RemoveWebhook(webhooks, clock));
  }

  @Provides
  @Singleton
  static TestWebhook testWebhook(
      Webhooks webhooks,
      WebhookSender sender,
      DeliveryAttempts attempts,
      SecureRandom random,
      InstantSource clock) {
    return new TestWebhook(webhooks, sender, attempts, random, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup deliveryRoutes(
      TestWebhook testWebhook,
      Webhooks webhooks,
      DeliveryAttempts attempts,
      DeadLetters deadLetters,
      RotateWebhookSecret rotateWebhookSecret) {
    return new WebhookDeliveryRoutes(
        rotateWebhookSecret,
        testWebhook,
        new ListDeliveryAttempts(webhooks, attempts),
        new ListDeadLetters(webhooks, deadLetters));
  }

  @Provides
  @Singleton
  static RotateWebhookSecret rotateWebhookSecret(
      Webhooks webhooks, SecureRandom random, InstantSource clock) {
    return new RotateWebhookSecret(webhooks, random, clock);
  }

  @Provides
  @Singleton
  static RedeliverEvents.Source redeliverySource(
      IdempotencyStore answers, SecureRandom random, InstantSource clock) {
    var guard = new IdempotencyGuard<>(answers, RedeliverEvents.EARLIER);
    return new RedeliverEvents.Source(at -> RedeliveryId.of(at, random), clock, guard);
  }

  @Provides
  @IntoSet
  static RouteGroup redeliveryRoutes(
      Webhooks webhooks,
      Redeliveries redeliveries,
      DeadLetters deadLetters,
      EventFeed feed,
      RedeliverEvents.Source source) {
    return new RedeliveryRoutes(
        new RedeliverEvents(webhooks, redeliveries, deadLetters, feed, source),
        new ViewRedelivery(redeliveries));
  }
}
