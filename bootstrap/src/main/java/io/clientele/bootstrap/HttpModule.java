package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import dagger.multibindings.Multibinds;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.InvalidSetting;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.domain.identity.Front;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.http.dashboard.DashboardRoutes;
import io.clientele.http.documents.ApiDocumentRoutes;
import io.clientele.http.documents.ProblemPageRoutes;
import io.clientele.http.health.HealthCheck;
import io.clientele.http.health.HealthRoutes;
import io.clientele.http.health.HealthState;
import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.limits.IngressRateLimits;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.Authenticator;
import io.clientele.http.route.RouteDecorator;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.RouteTable;
import io.clientele.http.server.HttpServer;
import io.clientele.http.server.RequestAdmission;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Provides the HTTP server, and the routes that belong to no context. */
@Module
interface HttpModule {
  ContextSetting<String> REVISION =
      ContextSetting.of(
          "REVISION",
          "unknown",
          "The commit that the service was built from, which `/health/*` tells: at most 64 letters,"
              + " digits, `.`, `_` and `-`; the image sets it",
          HttpModule::revision);

  private static String revision(String text) {
    if (!text.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new InvalidSetting("must be 1 to 64 letters, digits, ., _ and -");
    }
    return text;
  }

  @Provides
  @ElementsIntoSet
  static Set<RateLimit> rateLimits() {
    return IngressRateLimits.ALL;
  }

  @Provides
  @Singleton
  static HealthState health(Set<HealthCheck> checks) {
    return new HealthState(checks);
  }

  @Provides
  @Singleton
  static RequestRateLimiter limits(Config config, RateLimiter permits) {
    return config.limiting().isOn()
        ? new RequestRateLimiter(permits, config.http().proxies())
        : RequestRateLimiter.OFF;
  }

  @Provides
  @IntoSet
  static RouteGroup healthRoutes(HealthState health, Config config) {
    return new HealthRoutes(health, config.get(REVISION));
  }

  @Provides
  @IntoSet
  static SettingGroup settings() {
    return new SettingGroup("Build", List.of(REVISION));
  }

  @Provides
  @IntoSet
  static RouteGroup apiDocumentRoutes() {
    return new ApiDocumentRoutes(Front.OPERATIONS);
  }

  @Provides
  @IntoSet
  static RouteGroup storeDocument() {
    return new ApiDocumentRoutes(Front.STORE);
  }

  @Provides
  @IntoSet
  static RouteGroup problemPageRoutes() {
    return new ProblemPageRoutes();
  }

  @Provides
  @IntoSet
  static RouteGroup dashboardRoutes() {
    return new DashboardRoutes();
  }

  @Multibinds
  Set<RouteDecorator> decorators();

  @Provides
  static RouteTable routes(Config config, Set<RouteGroup> groups, Set<RouteDecorator> decorators) {
    return RouteTable.of(groups, config.fronts().fronts()).decoratedBy(decorators);
  }

  @Provides
  @Singleton
  static RequestAdmission admission(
      Authenticator authenticator, RequestRateLimiter limits, HealthState health) {
    return new RequestAdmission(authenticator, limits, health::isStarted);
  }

  @Provides
  @Singleton
  static CpuBulkhead cpuBulkhead() {
    return new CpuBulkhead();
  }

  @Provides
  @Singleton
  static HttpServer http(
      Config config,
      RouteTable routes,
      RequestAdmission admission,
      CpuBulkhead bulkhead,
      OpenTelemetry telemetry) {
    return new HttpServer(config.http(), routes, admission, bulkhead, telemetry);
  }
}
