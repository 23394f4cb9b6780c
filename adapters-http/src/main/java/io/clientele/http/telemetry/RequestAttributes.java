package io.clientele.http.telemetry;

/** Names of the attributes by which parts of the server pass facts about one request. */
public final class RequestAttributes {
  /** The path of the matched route, a string. */
  public static final String ROUTE = "io.clientele.http.route";

  /** Set on a request that was rejected because of load. */
  public static final String SHED = "io.clientele.http.shed";

  /** The name of the authenticated caller, a string. */
  public static final String ACTOR = "io.clientele.http.actor";

  /** Set on a request that is carried out later: its permits were taken when it was accepted. */
  public static final String DEFERRED = "io.clientele.http.deferred";

  /** The server span of the request. */
  public static final String SPAN = "io.clientele.http.span";

  private RequestAttributes() {}
}
