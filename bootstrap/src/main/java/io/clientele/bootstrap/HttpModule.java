package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import io.clientele.application.account.AmendAccount;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.EraseAccount;
import io.clientele.application.account.ListAccounts;
import io.clientele.application.account.OpenAccount;
import io.clientele.application.account.RankAccounts;
import io.clientele.application.account.ReactivateAccount;
import io.clientele.application.account.ReadAccountViewSeries;
import io.clientele.application.account.ReadAccountViews;
import io.clientele.application.account.SuspendAccount;
import io.clientele.application.account.ViewAccount;
import io.clientele.application.identity.ViewOperator;
import io.clientele.application.views.FlushViews;
import io.clientele.application.views.ListFlushes;
import io.clientele.application.views.ReconcileViews;
import io.clientele.bootstrap.config.Config;
import io.clientele.cache.Redis;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.http.account.AccountErasureRoutes;
import io.clientele.http.account.AccountListRoutes;
import io.clientele.http.account.AccountRoutes;
import io.clientele.http.audit.AuditRoutes;
import io.clientele.http.dashboard.DashboardRoutes;
import io.clientele.http.documents.ApiDocumentRoutes;
import io.clientele.http.documents.ProblemPageRoutes;
import io.clientele.http.health.HealthCheck;
import io.clientele.http.health.HealthRoutes;
import io.clientele.http.health.HealthState;
import io.clientele.http.identity.ApiKeyRoutes;
import io.clientele.http.identity.JwksRoutes;
import io.clientele.http.identity.MeRoutes;
import io.clientele.http.identity.OperatorRoutes;
import io.clientele.http.identity.OwnPasswordRoutes;
import io.clientele.http.identity.SessionRoutes;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.Authenticator;
import io.clientele.http.route.Routes;
import io.clientele.http.server.HttpServer;
import io.clientele.http.views.ViewHistoryRoutes;
import io.clientele.http.views.ViewRoutes;
import io.clientele.persistence.jdbc.Database;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The API. */
@Module
interface HttpModule {
  @Provides
  @Singleton
  static HealthState health(Config config, Database database, Optional<Redis> redis) {
    var dependencies =
        new ArrayList<>(List.of(new HealthCheck("postgresql", true, database::isReady)));
    if (config.database().replica() != null) {
      dependencies.add(new HealthCheck("replica", false, database::isReplicaUp));
    }
    redis.ifPresent(client -> dependencies.add(new HealthCheck("redis", false, client::isUp)));
    return new HealthState(dependencies);
  }

  @Provides
  static AccountRoutes accountRoutes(
      OpenAccount open,
      ViewAccount view,
      AmendAccount amend,
      SuspendAccount suspend,
      ReactivateAccount reactivate,
      CloseAccount close,
      ReadAccountViews views,
      RequestRateLimiter limits) {
    return new AccountRoutes(open, view, amend, suspend, reactivate, close, views, limits);
  }

  @Provides
  static AccountErasureRoutes erasureRoutes(EraseAccount erase) {
    return new AccountErasureRoutes(erase);
  }

  @Provides
  static AccountListRoutes accountListRoutes(ListAccounts list, ReadAccountViews views) {
    return new AccountListRoutes(list, views);
  }

  @Provides
  static ViewRoutes viewRoutes(
      ReadAccountViews read, FlushViews flush, ListFlushes list, ReconcileViews reconcile) {
    return new ViewRoutes(read, flush, list, reconcile);
  }

  @Provides
  static ViewHistoryRoutes viewHistoryRoutes(
      ReadAccountViewSeries series, RankAccounts ranking, InstantSource clock) {
    return new ViewHistoryRoutes(series, ranking, clock);
  }

  @Provides
  @Singleton
  static RequestRateLimiter limits(Config config, RateLimiter permits) {
    return config.limiting().isOn()
        ? new RequestRateLimiter(permits, config.http().proxies())
        : RequestRateLimiter.OFF;
  }

  @Provides
  @Singleton
  static HttpServer http(
      Config config,
      HealthState health,
      Consumer<Routes> backOffice,
      AccountRoutes accounts,
      AccountListRoutes accountLists,
      AccountErasureRoutes erasures,
      ViewRoutes views,
      ViewHistoryRoutes viewHistory,
      AuditRoutes audit,
      SessionRoutes sessions,
      ViewOperator viewOperator,
      OperatorRoutes operators,
      ApiKeyRoutes keys,
      OwnPasswordRoutes ownPassword,
      Authenticator admission,
      RequestRateLimiter limits,
      OpenTelemetry telemetry) {
    var routes = new Routes();
    new HealthRoutes(health).addTo(routes);
    new ApiDocumentRoutes().addTo(routes);
    new ProblemPageRoutes().addTo(routes);
    new DashboardRoutes().addTo(routes);
    backOffice.accept(routes);
    accounts.addTo(routes);
    accountLists.addTo(routes);
    erasures.addTo(routes);
    views.addTo(routes);
    viewHistory.addTo(routes);
    audit.addTo(routes);
    sessions.addTo(routes);
    operators.addTo(routes);
    keys.addTo(routes);
    ownPassword.addTo(routes);
    new MeRoutes(viewOperator).addTo(routes);
    new JwksRoutes(config.access().keys()).addTo(routes);
    return new HttpServer(config.http(), routes, admission, limits, health::isStarted, telemetry);
  }
}
