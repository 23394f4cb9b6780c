package io.clientele.bootstrap.views;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.account.RankAccounts;
import io.clientele.application.account.ReadAccountViewSeries;
import io.clientele.application.account.ReadAccountViews;
import io.clientele.application.identity.ApiKeyUsageRecorder;
import io.clientele.application.kernel.Job;
import io.clientele.application.views.FlushViews;
import io.clientele.application.views.ListFlushes;
import io.clientele.application.views.ReconcileViews;
import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.Views;
import io.clientele.application.views.counter.DirectViewCounter;
import io.clientele.application.views.counter.ViewCounter;
import io.clientele.bootstrap.audit.AuditChainJob;
import io.clientele.bootstrap.audit.AuditVerificationJobs;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.lifecycle.JobScheduler;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.http.identity.authentication.BearerAuthenticator;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.views.ViewHistoryRoutes;
import io.clientele.http.views.ViewRoutes;
import io.clientele.persistence.views.JdbcViewLedger;
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
public interface ViewsModule {
  @Provides
  @Singleton
  static Views views(
      Optional<ViewStaging> staging,
      ViewLedger ledger,
      FlushLog flushes,
      Config config,
      InstantSource clock,
      OpenTelemetry telemetry) {
    var settings = ViewCounterSettings.of(config.flushInterval(), clock);
    var views =
        staging
            .<Views>map(through -> new ViewCounter(through, ledger, flushes, settings))
            .orElseGet(() -> new DirectViewCounter(ledger, flushes, settings));
    return new TracedViews(views, telemetry.getTracer("clientele.views"));
  }

  @Provides
  @Singleton
  static JobScheduler schedules(
      Views views,
      List<Job> jobs,
      BearerAuthenticator admission,
      ApiKeyUsageRecorder uses,
      ViewMetrics meters,
      AuditChainJob audit,
      AuditVerificationJobs watch,
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
    return new JobScheduler(all, meter);
  }

  @Provides
  @Singleton
  static ViewMetrics meters(Views views, JdbcViewLedger ledger, Config config, Meter meter) {
    return new ViewMetrics(views, ledger::quarantinedBatches, config.flushInterval(), meter);
  }

  @Provides
  static ReadAccountViews readViews(Accounts accounts, Views views) {
    return new ReadAccountViews(accounts, views);
  }

  @Provides
  static ReadAccountViewSeries readSeries(Accounts accounts, ViewHistory history) {
    return new ReadAccountViewSeries(accounts, history);
  }

  @Provides
  static RankAccounts rankViews(ViewHistory history) {
    return new RankAccounts(history);
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
  static ReconcileViews reconcile(Views views) {
    return new ReconcileViews(views);
  }

  @Provides
  @IntoSet
  static RouteGroup viewRoutes(
      ReadAccountViews read, FlushViews flush, ListFlushes list, ReconcileViews reconcile) {
    return new ViewRoutes(read, flush, list, reconcile);
  }

  @Provides
  @IntoSet
  static RouteGroup viewHistoryRoutes(
      ReadAccountViewSeries series, RankAccounts ranking, InstantSource clock) {
    return new ViewHistoryRoutes(series, ranking, clock);
  }
}
