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
 * browsers write them. Never a wildcard, because cookies are sent along. Pages of the store are
 * allowed at paths below {@code /store/} alone, without cookies; the others everywhere else.
 *
 * @param allowed whose pages may call operations
 * @param store whose pages may call the store
 */
public record AllowedOrigins(Set<String> allowed, Set<String> store) {
  /** No other origin is allowed. */
  public static final AllowedOrigins NONE = new AllowedOrigins(Set.of());

  private static final String STORE_PATHS = "/store/";
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
    store = Set.copyOf(store);
  }

  /** Allows pages of these origins to call operations. */
  public AllowedOrigins(Set<String> allowed) {
    this(allowed, Set.of());
  }

  /** Returns these origins, with others for the store in place of those for it. */
  public AllowedOrigins withStore(AllowedOrigins pages) {
    return new AllowedOrigins(allowed, pages.allowed);
  }

  /** Reads a list with commas between its origins, and writes each as browsers send it. */
  public static AllowedOrigins parse(String text) {
    return new AllowedOrigins(
        Arrays.stream(text.split(",", -1)).map(AllowedOrigins::origin).collect(Collectors.toSet()));
  }

  /** Whether the request is a CORS preflight of an allowed origin. */
  public boolean isPreflight(Request request) {
    return "OPTIONS".equals(request.getMethod())
        && isAllowed(request)
        && request.getHeaders().contains("Access-Control-Request-Method");
  }

  /** Adds the CORS headers that let the page of an allowed origin read the response. */
  public void addTo(Request request, HttpFields.Mutable headers) {
    if (at(request).isEmpty()) {
      return;
    }
    headers.put(VARY);
    if (isAllowed(request)) {
      headers.put("Access-Control-Allow-Origin", request.getHeaders().get(HttpHeader.ORIGIN));
      if (!isOfStore(request)) {
        headers.put(WITH_COOKIES);
      }
      headers.put(EXPOSED);
    }
  }

  private Set<String> at(Request request) {
    return isOfStore(request) ? store : allowed;
  }

  private static boolean isOfStore(Request request) {
    var path = request.getHttpURI().getCanonicalPath();
    return path != null && path.startsWith(STORE_PATHS);
  }

  /** Adds the CORS headers that name the allowed methods and headers. */
  public static void addPermissions(HttpFields.Mutable headers) {
    headers.put(METHODS);
    headers.put(HEADERS);
    headers.put(MAX_AGE);
  }

  private boolean isAllowed(Request request) {
    var origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return origin != null && at(request).contains(origin);
  }

  private static String origin(String text) {
    var origin = Origin.parse(text.strip());
    if (origin == null) {
      throw new InvalidValue("origin", RULE);
    }
    return origin.toString();
  }
}
