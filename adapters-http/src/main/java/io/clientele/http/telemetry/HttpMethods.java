package io.clientele.http.telemetry;

import java.util.Set;

/** The standard HTTP methods. */
final class HttpMethods {
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  /** The name for any other method. */
  static final String OTHER = "other";

  private HttpMethods() {}

  /** The method if it is one of these; a client may send any token for it. */
  static String known(String method) {
    return KNOWN.contains(method) ? method : OTHER;
  }
}
