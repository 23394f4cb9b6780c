package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import io.clientele.application.identity.KeyUses;
import io.clientele.application.views.DirectViews;
import io.clientele.application.views.FlushViews;
import io.clientele.application.views.Job;
import io.clientele.application.views.ListFlushes;
import io.clientele.application.views.RankViews;
import io.clientele.application.views.ReadSeries;
import io.clientele.application.views.ReadViews;
import io.clientele.application.views.Reconcile;
import io.clientele.application.views.ViewCounter;
import io.clientele.application.views.ViewSettings;
import io.clientele.application.views.Views;
import io.clientele.bootstrap.config.Config;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.audit.RefusedSignIns;
import io.clientele.domain.views.FlushLog;
import io.clientele.domain.views.ViewHistory;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.ViewStaging;
import io.clientele.http.identity.BearerAdmission;
import io.clientele.persistence.JdbcViewLedger;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How views are counted, and what can be asked of them. */
@Module
interface ViewsModule {
  @Provides
  @Singleton
  static Views views(
      Optional<ViewStaging> staging,
      ViewLedger ledger,
      FlushLog flushes,
      Config config,
      InstantSource clock,
      OpenTelemetry telemetry) {
    var settings = ViewSettings.of(config.flushInterval(), clock);
    var views =
        staging
            .<Views>map(through -> new ViewCounter(through, ledger, flushes, settings))
            .orElseGet(() -> new DirectViews(ledger, flushes, settings));
    return new TracedViews(views, telemetry.getTracer("clientele.views"));
  }

  @Provides
  @Singleton
  static Schedules schedules(
      Views views,
      List<Job> jobs,
      BearerAdmission admission,
      KeyUses uses,
      ViewMeters meters,
      AuditMeters audit,
      AuditWatch watch,
      RefusedSignIns refused,
      InstantSource clock,
      Meter meter) {
    var all = new ArrayList<>(jobs);
    // Whoever is shut out is out within a second, with what the query takes.
    all.add(new Job("access", Duration.ofMillis(800), 0.2, admission::refresh));
    all.add(new Job("key-uses", Duration.ofMinutes(1), 0.2, uses::write));
    views.jobs().stream().map(meters::metered).forEach(all::add);
    all.add(meters.job());
    all.add(audit.job());
    all.addAll(watch.jobs());
    Runnable appending = () -> refused.append(clock.instant());
    all.add(new Job("refused-sign-ins", Duration.ofSeconds(20), 0.2, appending));
    return new Schedules(all, meter);
  }

  @Provides
  @Singleton
  static ViewMeters meters(Views views, JdbcViewLedger ledger, Config config, Meter meter) {
    return new ViewMeters(views, ledger::quarantinedBatches, config.flushInterval(), meter);
  }

  @Provides
  static ReadViews readViews(Accounts accounts, Views views) {
    return new ReadViews(accounts, views);
  }

  @Provides
  static ReadSeries readSeries(Accounts accounts, ViewHistory history) {
    return new ReadSeries(accounts, history);
  }

  @Provides
  static RankViews rankViews(ViewHistory history) {
    return new RankViews(history);
  }

  @Provides
  static FlushViews flushViews(Views views) {
    return new FlushViews(views);
  }

  @Provides
  static ListFlushes listFlushes(FlushLog log) {
    return new ListFlushes(log);
  }

  @Provides
  static Reconcile reconcile(Views views) {
    return new Reconcile(views);
  }
}
