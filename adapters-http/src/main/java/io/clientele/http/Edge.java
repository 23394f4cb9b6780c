package io.clientele.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before everything: gives the request its id and the answer its security headers, tells
 * browsers which pages may call, refuses paths with parameters, and sheds load. Health is never
 * shed: an overloaded service is not dead.
 */
final class Edge extends Handler.Wrapper {
  private final int requestsMax;
  private final AnswerHeaders headers;
  private final Origins origins;
  private final AtomicInteger inWork = new AtomicInteger();

  Edge(HttpConfig config, AnswerHeaders headers) {
    this.requestsMax = config.requestsMax();
    this.headers = headers;
    this.origins = config.origins();
  }

  /** How many requests are in work. */
  int inWork() {
    return inWork.get();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    headers.addTo(request, response.getHeaders());
    var path = request.getHttpURI().getPath();
    if (path.indexOf(';') >= 0) {
      Response.writeError(request, response, callback, 400);
      return true;
    }
    if (origins.isPreflight(request)) {
      Origins.addPermissions(response.getHeaders());
      response.setStatus(204);
      callback.succeeded();
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
