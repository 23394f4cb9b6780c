package io.clientele.infra.network;

/** Where things listen. */
public final class TcpPorts {
  public static final int HTTPS = 443;
  public static final int API = 8080;

  /** Metrics: asked from inside the task only. */
  public static final int MANAGEMENT = 9090;

  public static final int OTLP = 4318;
  static final int POSTGRESQL = 5432;
  public static final int REDIS = 6379;

  private TcpPorts() {}
}
