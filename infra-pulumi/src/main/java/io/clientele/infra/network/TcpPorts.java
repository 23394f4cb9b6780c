package io.clientele.infra.network;

/** The TCP ports that components listen on. */
public final class TcpPorts {
  public static final int HTTPS = 443;
  public static final int API = 8080;

  /** The port of the store's listener, which has limits of its own. */
  public static final int STORE = 8082;

  /** The port of the metrics, reachable inside the task only. */
  public static final int MANAGEMENT = 9090;

  public static final int OTLP = 4318;

  /** Submission of mails by TLS from the first byte (RFC 8314). */
  static final int SUBMISSIONS = 465;

  /** Submission of mails that starts TLS by a command (RFC 6409). */
  static final int SUBMISSION = 587;

  static final int POSTGRESQL = 5432;
  public static final int REDIS = 6379;

  private TcpPorts() {}
}
