package io.clientele.bootstrap.webhook;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.kernel.Job;
import io.clientele.domain.kernel.event.PublishedTypes;
import io.clientele.domain.webhook.WebhookEvent;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.domain.webhook.delivery.DeliveryAttempts;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.webhook.JdbcDeadLetters;
import io.clientele.persistence.webhook.JdbcDeliveryAttempts;
import io.clientele.persistence.webhook.JdbcDeliveryLanes;
import io.clientele.persistence.webhook.JdbcRedeliveries;
import io.clientele.persistence.webhook.JdbcWebhooks;
import io.clientele.persistence.webhook.WebhookSchema;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Webhooks: their stores and the retention of their records. */
@Module(
    includes = {WebhookRelayModule.class, WebhookRoutesModule.class, WebhookSendingModule.class})
public interface WebhookModule {
  /** A day more than attempts are kept, because the database drops nothing that is younger. */
  Duration ATTEMPTS_KEPT = DeliveryAttempts.KEPT.plusDays(1);

  Duration REDELIVERIES_KEPT = Duration.ofDays(30);

  @Provides
  @IntoSet
  static PublishedTypes publishedTypes() {
    return WebhookEvent.TYPES;
  }

  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return WebhookSchema.contribution();
  }

  @Provides
  @Singleton
  static Webhooks webhooks(Database database, ChangeStore changes) {
    return new JdbcWebhooks(database, changes);
  }

  @Provides
  @Singleton
  static DeliveryLanes lanes(Database database) {
    return new JdbcDeliveryLanes(database);
  }

  @Provides
  @Singleton
  static DeadLetters deadLetters(Database database) {
    return new JdbcDeadLetters(database);
  }

  @Provides
  @Singleton
  static JdbcDeliveryAttempts storedAttempts(Database database, ChangeStore changes) {
    return new JdbcDeliveryAttempts(database, changes.subjectKeys());
  }

  @Binds
  DeliveryAttempts attempts(JdbcDeliveryAttempts stored);

  @Provides
  @Singleton
  static JdbcRedeliveries storedRedeliveries(Database database, ChangeStore changes) {
    return new JdbcRedeliveries(database, changes);
  }

  @Binds
  Redeliveries redeliveries(JdbcRedeliveries stored);

  @Provides
  @IntoSet
  static Job retention(
      JdbcDeliveryAttempts attempts, JdbcRedeliveries redeliveries, InstantSource clock) {
    return new Job(
        "webhook-records",
        Duration.ofHours(6),
        0.9,
        () -> {
          var now = clock.instant();
          attempts.drop(now.minus(ATTEMPTS_KEPT));
          redeliveries.delete(now.minus(REDELIVERIES_KEPT));
        });
  }
}
