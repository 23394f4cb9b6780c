package io.clientele.bootstrap.event;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.audit.KnownChainHeads;
import io.clientele.application.event.ProveEvents;
import io.clientele.application.event.ReadEvents;
import io.clientele.application.event.ViewEvent;
import io.clientele.application.event.arrival.EventArrivals;
import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.ChainProof;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventPermission;
import io.clientele.domain.identity.Grants;
import io.clientele.http.event.EventRoutes;
import io.clientele.http.health.HealthState;
import io.clientele.http.route.Authenticator;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.change.ChainedRecords;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.event.EventRetention;
import io.clientele.persistence.event.EventSchema;
import io.clientele.persistence.event.JdbcEventFeed;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** The feed of published events. */
@Module
public interface EventModule {
  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return EventSchema.contribution();
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return EventPermission.GRANTS;
  }

  @Provides
  @Singleton
  static EventFeed feed(Database database, ChangeStore changes, Set<ChainedRecords> records) {
    return new JdbcEventFeed(database, changes.subjectKeys(), records);
  }

  @Provides
  @Singleton
  static EventArrivals arrivals(KnownChainHeads heads, HealthState health) {
    var arrivals = new EventArrivals(health::isStopping);
    heads.onNewer(arrivals::advanced);
    heads.onLost(arrivals::lost);
    return arrivals;
  }

  @Provides
  @Singleton
  static ProveEvents proveEvents(AuditChain chain, ChainProof proof) {
    return new ProveEvents(chain, proof);
  }

  /** How long events can be read. */
  @Provides
  @Named("EVENTS_KEPT")
  static Duration kept(Config config) {
    return config.get(EventSettings.KEPT);
  }

  @Provides
  @Singleton
  static ReadEvents readEvents(
      EventFeed feed, @Named("EVENTS_KEPT") Duration kept, InstantSource clock) {
    return new ReadEvents(feed, kept, clock);
  }

  @Provides
  @IntoSet
  static SettingGroup settings() {
    return EventSettings.GROUP;
  }

  @Provides
  @IntoSet
  static Job retention(
      Database database, @Named("EVENTS_KEPT") Duration kept, InstantSource clock) {
    var retention = new EventRetention(database);
    return new Job(
        "event-parts", Duration.ofHours(6), 0.9, () -> retention.drop(clock.instant().minus(kept)));
  }

  @Provides
  @IntoSet
  static RouteGroup routes(
      EventFeed feed,
      ReadEvents readEvents,
      ProveEvents proveEvents,
      EventArrivals arrivals,
      Authenticator authenticator) {
    return new EventRoutes(readEvents, new ViewEvent(feed), proveEvents, arrivals, authenticator);
  }
}
