package io.clientele.infra.compute;

import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.network.TcpPorts;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of the service that are no secrets, as in its {@code SETTINGS.md}. */
final class ServiceEnvironment {
  private ServiceEnvironment() {}

  static Map<String, Object> of(DeploymentContext context) {
    var settings = new HashMap<String, Object>();
    settings.put("PORT", Integer.toString(TcpPorts.API));
    settings.put("STORE_PORT", Integer.toString(TcpPorts.STORE));
    settings.put("MANAGEMENT_PORT", Integer.toString(TcpPorts.MANAGEMENT));
    settings.put("DATABASE_POOLER", "transaction");
    settings.put("VIEWS_SHARDS", Integer.toString(context.environment().viewShards()));
    settings.put("ADMIN_EMAIL", context.environment().settings().adminEmail());
    context.environment().settings().mailFrom().ifPresent(from -> settings.put("MAIL_FROM", from));
    settings.put("TRUSTED_PROXIES", balancer(context));
    settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + TcpPorts.OTLP);
    settings.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    settings.put(
        "OTEL_RESOURCE_ATTRIBUTES",
        "service.name=clientele,deployment.environment.name=" + context.environment().stage().id());
    return settings;
  }

  /** The addresses of the load balancer, which is the only trusted proxy: its own subnets. */
  private static String balancer(DeploymentContext context) {
    var network = context.environment().network();
    return String.join(",", network.publicBlock(0), network.publicBlock(1), network.publicBlock(2));
  }
}
