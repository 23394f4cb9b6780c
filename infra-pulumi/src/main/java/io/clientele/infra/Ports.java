package io.clientele.infra;

/** Where things listen. */
final class Ports {
  static final int HTTPS = 443;
  static final int API = 8080;

  /** Metrics: asked from inside the task only. */
  static final int MANAGEMENT = 9090;

  static final int OTLP = 4318;
  static final int POSTGRESQL = 5432;
  static final int REDIS = 6379;

  private Ports() {}
}
