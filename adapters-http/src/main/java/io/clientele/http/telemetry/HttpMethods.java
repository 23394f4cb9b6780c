package io.clientele.http.telemetry;

import java.util.Set;

/** The methods that HTTP knows. */
final class HttpMethods {
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  /** What any other token is called. */
  static final String OTHER = "other";

  private HttpMethods() {}

  /** The method if it is one of these; a client may send any token for it. */
  static String known(String method) {
    return KNOWN.contains(method) ? method : OTHER;
  }
}
