package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import io.clientele.application.account.AmendAccount;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.EraseAccount;
import io.clientele.application.account.ListAccounts;
import io.clientele.application.account.OpenAccount;
import io.clientele.application.account.ReactivateAccount;
import io.clientele.application.account.SuspendAccount;
import io.clientele.application.account.ViewAccount;
import io.clientele.application.identity.ViewOperator;
import io.clientele.application.views.FlushViews;
import io.clientele.application.views.ListFlushes;
import io.clientele.application.views.RankViews;
import io.clientele.application.views.ReadSeries;
import io.clientele.application.views.ReadViews;
import io.clientele.application.views.Reconcile;
import io.clientele.bootstrap.config.Config;
import io.clientele.cache.Redis;
import io.clientele.domain.identity.Permits;
import io.clientele.http.Admission;
import io.clientele.http.Documents;
import io.clientele.http.HttpServer;
import io.clientele.http.Limits;
import io.clientele.http.ProblemPages;
import io.clientele.http.Routes;
import io.clientele.http.account.AccountListRoutes;
import io.clientele.http.account.AccountRoutes;
import io.clientele.http.account.ErasureRoutes;
import io.clientele.http.audit.AuditRoutes;
import io.clientele.http.dashboard.Dashboard;
import io.clientele.http.health.Health;
import io.clientele.http.health.HealthCheck;
import io.clientele.http.health.HealthRoutes;
import io.clientele.http.identity.ApiKeyRoutes;
import io.clientele.http.identity.KeySetRoute;
import io.clientele.http.identity.MeRoutes;
import io.clientele.http.identity.OperatorRoutes;
import io.clientele.http.identity.OwnPasswordRoute;
import io.clientele.http.identity.SessionRoutes;
import io.clientele.http.views.ViewHistoryRoutes;
import io.clientele.http.views.ViewRoutes;
import io.clientele.persistence.Database;
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
  static Health health(Config config, Database database, Optional<Redis> redis) {
    var dependencies =
        new ArrayList<>(List.of(new HealthCheck("postgresql", true, database::isReady)));
    if (config.database().replica() != null) {
      dependencies.add(new HealthCheck("replica", false, database::isReplicaUp));
    }
    redis.ifPresent(client -> dependencies.add(new HealthCheck("redis", false, client::isUp)));
    return new Health(dependencies);
  }

  @Provides
  static AccountRoutes accountRoutes(
      OpenAccount open,
      ViewAccount view,
      AmendAccount amend,
      SuspendAccount suspend,
      ReactivateAccount reactivate,
      CloseAccount close,
      ReadViews views,
      Limits limits) {
    return new AccountRoutes(open, view, amend, suspend, reactivate, close, views, limits);
  }

  @Provides
  static ErasureRoutes erasureRoutes(EraseAccount erase) {
    return new ErasureRoutes(erase);
  }

  @Provides
  static AccountListRoutes accountListRoutes(ListAccounts list, ReadViews views) {
    return new AccountListRoutes(list, views);
  }

  @Provides
  static ViewRoutes viewRoutes(
      ReadViews read, FlushViews flush, ListFlushes list, Reconcile reconcile) {
    return new ViewRoutes(read, flush, list, reconcile);
  }

  @Provides
  static ViewHistoryRoutes viewHistoryRoutes(
      ReadSeries series, RankViews ranking, InstantSource clock) {
    return new ViewHistoryRoutes(series, ranking, clock);
  }

  @Provides
  @Singleton
  static Limits limits(Config config, Permits permits) {
    return config.limiting().isOn() ? new Limits(permits, config.http().proxies()) : Limits.OFF;
  }

  @Provides
  @Singleton
  static HttpServer http(
      Config config,
      Health health,
      Consumer<Routes> backOffice,
      AccountRoutes accounts,
      AccountListRoutes accountLists,
      ErasureRoutes erasures,
      ViewRoutes views,
      ViewHistoryRoutes viewHistory,
      AuditRoutes audit,
      SessionRoutes sessions,
      ViewOperator viewOperator,
      OperatorRoutes operators,
      ApiKeyRoutes keys,
      OwnPasswordRoute ownPassword,
      Admission admission,
      Limits limits,
      OpenTelemetry telemetry) {
    var routes = new Routes();
    new HealthRoutes(health).addTo(routes);
    new Documents().addTo(routes);
    new ProblemPages().addTo(routes);
    new Dashboard().addTo(routes);
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
    new KeySetRoute(config.access().keys()).addTo(routes);
    return new HttpServer(config.http(), routes, admission, limits, health::isStarted, telemetry);
  }
}
