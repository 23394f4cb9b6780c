package io.clientele.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before everything: gives the request its id and the answer its security headers, refuses
 * paths with parameters, and sheds load. Health is never shed: an overloaded service is not dead.
 */
final class Edge extends Handler.Wrapper {
  private static final HttpField NO_STORE =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
  private static final HttpField NO_SNIFF =
      new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
  private static final HttpField NO_REFERRER =
      new PreEncodedHttpField("Referrer-Policy", "no-referrer");
  private static final HttpField NO_CONTENT =
      new PreEncodedHttpField(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  // Browsers heed it on HTTPS alone, which ends before us.
  private static final HttpField HTTPS_ONLY =
      new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000; includeSubDomains");

  private final int requestsMax;
  private final AtomicInteger inWork = new AtomicInteger();

  Edge(int requestsMax) {
    this.requestsMax = requestsMax;
  }

  /** How many requests are in work. */
  int inWork() {
    return inWork.get();
  }

  /** What every answer carries, errors of the server itself included. */
  static void addHeaders(Request request, HttpFields.Mutable headers) {
    headers.put(NO_STORE);
    headers.put(NO_SNIFF);
    headers.put(NO_REFERRER);
    headers.put(NO_CONTENT);
    headers.put(HTTPS_ONLY);
    headers.put(Trace.REQUEST_ID, Trace.requestId(request.getHeaders().get(Trace.REQUEST_ID)));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    addHeaders(request, response.getHeaders());
    var path = request.getHttpURI().getPath();
    if (path.indexOf(';') >= 0) {
      Response.writeError(request, response, callback, 400);
      return true;
    }
    try {
      if (inWork.incrementAndGet() > requestsMax && !path.startsWith("/health/")) {
        Response.writeError(request, response, callback, 503);
        return true;
      }
      return super.handle(request, response, callback);
    } finally {
      inWork.decrementAndGet();
    }
  }
}
