package io.clientele.bootstrap.views;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import io.clientele.application.kernel.Job;
import io.clientele.application.views.FlushViews;
import io.clientele.application.views.ListFlushes;
import io.clientele.application.views.ReconcileViews;
import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.Views;
import io.clientele.application.views.counter.DirectViewCounter;
import io.clientele.application.views.counter.ViewCounter;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.InvalidConfiguration;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.lifecycle.Managed;
import io.clientele.bootstrap.lifecycle.Phase;
import io.clientele.bootstrap.lifecycle.SchemaCheck;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.cache.GuardedCalls;
import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.cache.views.GuardedViewStaging;
import io.clientele.cache.views.RedisViewStaging;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.views.ViewsPermission;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.counter.ViewTotals;
import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.views.ViewRoutes;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.views.DailyRollup;
import io.clientele.persistence.views.JdbcFlushLog;
import io.clientele.persistence.views.JdbcViewHistory;
import io.clientele.persistence.views.JdbcViewLedger;
import io.clientele.persistence.views.ShardCountMismatch;
import io.clientele.persistence.views.StoredShardCount;
import io.clientele.persistence.views.ViewsSchema;
import io.clientele.persistence.views.WriterTombstoneCleanup;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Provides the view counter, its use cases and routes. */
@Module
public interface ViewsModule {
  @Provides
  @IntoSet
  static SchemaContribution schema(Config.Schema settings) {
    return ViewsSchema.contribution(settings.contributed().get(ViewsSettings.SHARDS));
  }

  /** Requires the number of shards that the first migration stored. */
  @Provides
  @IntoSet
  static SchemaCheck shardCount(Config.Schema settings) {
    var shards = settings.contributed().get(ViewsSettings.SHARDS);
    return database -> {
      try {
        new StoredShardCount(database).require(shards);
      } catch (ShardCountMismatch mismatch) {
        throw new InvalidConfiguration(
            ViewsSettings.SHARDS + " was changed: " + mismatch.getMessage());
      }
    };
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return ViewsPermission.GRANTS;
  }

  @Provides
  @IntoSet
  static SettingGroup settings() {
    return ViewsSettings.GROUP;
  }

  @Provides
  static ViewCounterSettings counterSettings(Config config, InstantSource clock) {
    return ViewCounterSettings.of(config.get(ViewsSettings.FLUSH_INTERVAL), clock);
  }

  @Provides
  @Singleton
  static Views views(
      Optional<ViewStaging> staging,
      ViewLedger ledger,
      FlushLog flushes,
      ViewCounterSettings settings) {
    return staging
        .<Views>map(through -> new ViewCounter(through, ledger, flushes, settings))
        .orElseGet(() -> new DirectViewCounter(ledger, flushes, settings));
  }

  /**
   * Returns the recorder itself, without a decorator: each view of an account counts through it.
   */
  @Provides
  static ViewRecorder recorder(Views views) {
    return views.recorder();
  }

  @Binds
  ViewTotals totals(Views views);

  @Provides
  @Singleton
  static TracedFlushControl tracedFlushControl(Views views, OpenTelemetry telemetry) {
    return new TracedFlushControl(views, telemetry.getTracer("clientele.views"));
  }

  @Binds
  FlushControl flushControl(TracedFlushControl control);

  @Provides
  @IntoSet
  static Managed managed(TracedFlushControl control) {
    return Managed.stopping("views", Phase.CONTEXT, control::close);
  }

  /**
   * The jobs of the counter, of the reconciliation metrics, of the daily roll-up and of old marks.
   */
  @Provides
  @ElementsIntoSet
  static Set<Job> jobs(TracedFlushControl control, ViewMetrics metrics, Database database) {
    var jobs = new HashSet<Job>();
    control.jobs().stream().map(metrics::metered).forEach(jobs::add);
    jobs.add(metrics.job());
    jobs.add(
        new Job("view-marks", Duration.ofHours(6), 0.5, new WriterTombstoneCleanup(database)::run));
    jobs.add(new Job("view-days", Duration.ofHours(1), 0.5, new DailyRollup(database)::move));
    return jobs;
  }

  @Provides
  @Singleton
  static ViewMetrics metrics(Views views, JdbcViewLedger ledger, Config config) {
    return new ViewMetrics(
        views, ledger::quarantinedBatches, config.get(ViewsSettings.FLUSH_INTERVAL));
  }

  @Binds
  @IntoSet
  Meters meters(ViewMetrics metrics);

  @Provides
  @Singleton
  static JdbcViewLedger jdbcLedger(Database database) {
    return new JdbcViewLedger(database);
  }

  @Binds
  ViewLedger ledger(JdbcViewLedger ledger);

  @Provides
  @Singleton
  static FlushLog flushLog(Database database, Meter meter) {
    return new JdbcFlushLog(database, new FlushMetrics(meter)::add);
  }

  @Provides
  @Singleton
  static ViewHistory viewHistory(Database database) {
    return new JdbcViewHistory(database);
  }

  @Provides
  @Singleton
  static Optional<ViewStaging> staging(Optional<Redis> redis, Database database, Meter meter) {
    return redis.map(
        client ->
            new GuardedViewStaging(
                new RedisViewStaging(client, () -> database.id()),
                new GuardedCalls("redis", RedisConfig.TIMEOUT, meter)));
  }

  @Provides
  static FlushViews flushViews(FlushControl control) {
    return new FlushViews(control);
  }

  @Provides
  static ListFlushes listFlushes(FlushLog log) {
    return new ListFlushes(log);
  }

  @Provides
  static ReconcileViews reconcile(FlushControl control) {
    return new ReconcileViews(control);
  }

  @Provides
  @IntoSet
  static RouteGroup viewRoutes(FlushViews flush, ListFlushes list, ReconcileViews reconcile) {
    return new ViewRoutes(flush, list, reconcile);
  }
}
