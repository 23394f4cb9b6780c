package io.clientele.infra;

import java.util.HashMap;
import java.util.Map;

/** What the service is told that is no secret. Names are those of its SETTINGS.md. */
final class Settings {
  private Settings() {}

  static Map<String, Object> of(Ground context) {
    var settings = new HashMap<String, Object>();
    settings.put("PORT", Integer.toString(Ports.API));
    settings.put("MANAGEMENT_PORT", Integer.toString(Ports.MANAGEMENT));
    settings.put("DATABASE_POOLER", "transaction");
    settings.put("ADMIN_EMAIL", context.environment().particulars().adminEmail());
    settings.put("TRUSTED_PROXIES", balancer(context));
    settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + Ports.OTLP);
    settings.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    settings.put(
        "OTEL_RESOURCE_ATTRIBUTES",
        "service.name=clientele,deployment.environment.name=" + context.environment().stage().id());
    return settings;
  }

  /** Only the balancer stands before the service, and only in its own subnets. */
  private static String balancer(Ground context) {
    var network = context.environment().network();
    return String.join(",", network.publicBlock(0), network.publicBlock(1), network.publicBlock(2));
  }
}
