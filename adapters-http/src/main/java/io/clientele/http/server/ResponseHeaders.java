package io.clientele.http.server;

import io.clientele.http.exchange.header.ContentSecurityPolicy;
import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.telemetry.RequestTrace;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/** The headers of every response, errors included. A route may replace some. */
final class ResponseHeaders {
  /** Headers of every response. */
  static final List<HttpField> ALWAYS =
      List.of(
          new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"),
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
          new PreEncodedHttpField("Content-Security-Policy", ContentSecurityPolicy.NOTHING),
          new PreEncodedHttpField(
              "Permissions-Policy",
              "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"));

  private static final HttpField HTTPS_ONLY =
      new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000; includeSubDomains");

  private final TrustedProxies proxies;
  private final AllowedOrigins origins;

  ResponseHeaders(TrustedProxies proxies, AllowedOrigins origins) {
    this.proxies = proxies;
    this.origins = origins;
  }

  void addTo(Request request, HttpFields.Mutable headers) {
    for (var i = 0; i < ALWAYS.size(); i++) {
      headers.put(ALWAYS.get(i));
    }
    if (proxies.isSecure(request)) {
      headers.put(HTTPS_ONLY);
    }
    origins.addTo(request, headers);
    headers.put(
        RequestTrace.REQUEST_ID,
        RequestTrace.requestId(request.getHeaders().get(RequestTrace.REQUEST_ID)));
  }
}
