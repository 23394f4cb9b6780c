package io.clientele.http.net;

import io.clientele.domain.kernel.InvalidValue;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/**
 * The origins other than our own whose pages may call the API and read responses (CORS), as
 * browsers write them. Never a wildcard, because cookies are sent along.
 */
public record AllowedOrigins(Set<String> allowed) {
  /** No other origin is allowed. */
  public static final AllowedOrigins NONE = new AllowedOrigins(Set.of());

  private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Origin");
  private static final HttpField WITH_COOKIES =
      new PreEncodedHttpField("Access-Control-Allow-Credentials", "true");
  private static final HttpField EXPOSED =
      new PreEncodedHttpField(
          "Access-Control-Expose-Headers",
          "ETag, Idempotent-Replayed, Link, Location, Preference-Applied, RateLimit,"
              + " RateLimit-Policy, Retry-After, WWW-Authenticate, X-Request-Id");
  private static final HttpField METHODS =
      new PreEncodedHttpField(
          "Access-Control-Allow-Methods", "DELETE, GET, HEAD, PATCH, POST, PUT");
  private static final HttpField HEADERS =
      new PreEncodedHttpField(
          "Access-Control-Allow-Headers",
          "Accept, Audit-Reason, Authorization, Content-Type, Idempotency-Key, If-Match,"
              + " If-None-Match, Last-Event-ID, Prefer, Traceparent, X-Request-Id");
  private static final HttpField MAX_AGE = new PreEncodedHttpField("Access-Control-Max-Age", "600");

  private static final String RULE =
      "must be origins such as https://dashboard.example.com, without a path, names beyond ASCII as"
          + " xn--, with commas between";

  public AllowedOrigins {
    allowed = Set.copyOf(allowed);
  }

  /** Reads a list with commas between its origins, and writes each as browsers send it. */
  public static AllowedOrigins parse(String text) {
    return new AllowedOrigins(
        Arrays.stream(text.split(",", -1)).map(AllowedOrigins::origin).collect(Collectors.toSet()));
  }

  /** Whether the request is a CORS preflight of an allowed origin. */
  public boolean isPreflight(Request request) {
    return !allowed.isEmpty()
        && "OPTIONS".equals(request.getMethod())
        && isAllowed(request)
        && request.getHeaders().contains("Access-Control-Request-Method");
  }

  /** Adds the CORS headers that let the page of an allowed origin read the response. */
  public void addTo(Request request, HttpFields.Mutable headers) {
    if (allowed.isEmpty()) {
      return;
    }
    headers.put(VARY);
    if (isAllowed(request)) {
      headers.put("Access-Control-Allow-Origin", request.getHeaders().get(HttpHeader.ORIGIN));
      headers.put(WITH_COOKIES);
      headers.put(EXPOSED);
    }
  }

  /** Adds the CORS headers that name the allowed methods and headers. */
  public static void addPermissions(HttpFields.Mutable headers) {
    headers.put(METHODS);
    headers.put(HEADERS);
    headers.put(MAX_AGE);
  }

  private boolean isAllowed(Request request) {
    var origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return origin != null && allowed.contains(origin);
  }

  private static String origin(String text) {
    var origin = Origin.parse(text.strip());
    if (origin == null) {
      throw new InvalidValue("origin", RULE);
    }
    return origin.toString();
  }
}
