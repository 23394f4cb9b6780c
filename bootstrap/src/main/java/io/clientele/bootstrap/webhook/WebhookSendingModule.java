package io.clientele.bootstrap.webhook;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.domain.webhook.WebhookUrlPolicy;
import io.clientele.domain.webhook.delivery.WebhookSender;
import io.clientele.http.server.HttpServer;
import io.clientele.http.webhook.delivery.BoundedNameResolver;
import io.clientele.http.webhook.delivery.EndpointPolicy;
import io.clientele.http.webhook.delivery.HttpWebhookSender;
import io.clientele.http.webhook.delivery.NameResolver;
import io.clientele.http.webhook.delivery.OwnEndpoints;
import io.clientele.http.webhook.delivery.TracedWebhookSender;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Sends webhooks over HTTP. */
@Module
public interface WebhookSendingModule {
  @Provides
  @IntoSet
  static SettingGroup sendingSettings() {
    return WebhookSendingSettings.GROUP;
  }

  /** The server has routes that send: its port is asked for only when it listens. */
  @Provides
  @Singleton
  static EndpointPolicy endpoints(Config config, Provider<HttpServer> http) {
    var names = new BoundedNameResolver(NameResolver.SYSTEM);
    var own =
        new OwnEndpoints(
            port -> port == config.managementPort() || port == http.get().port(),
            DatabaseServers.of(config),
            names);
    return new EndpointPolicy(config.get(WebhookSendingSettings.ALLOW), own, names);
  }

  @Binds
  WebhookUrlPolicy urls(EndpointPolicy endpoints);

  @Provides
  @Singleton
  static WebhookSender sender(EndpointPolicy endpoints, Config config, OpenTelemetry telemetry) {
    var proxy = config.get(WebhookSendingSettings.PROXY_URL).orElse(null);
    return new TracedWebhookSender(new HttpWebhookSender(endpoints, proxy), telemetry);
  }
}
