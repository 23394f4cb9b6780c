package io.clientele.http.server;

import io.clientele.http.limits.ConcurrencyLimiter;
import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.security.PasswordHashingLimits;
import io.clientele.http.telemetry.RejectionCounter;
import io.clientele.http.telemetry.RequestAttributes;
import io.clientele.http.telemetry.RequestTelemetry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before everything: gives the request its id and the answer its security headers, tells
 * browsers which pages may call, refuses paths with parameters, and sheds load. Health is never
 * shed: an overloaded service is not dead. Only the API waits at the gate: pages and documents
 * stand in memory.
 */
final class IngressHandler extends Handler.Wrapper {
  private static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");

  private static final String SIGN_IN = "/v1/sessions";

  private final ResponseHeaders headers;
  private final AllowedOrigins origins;
  private final ConcurrencyLimiter gate;

  /**
   * Few sign-ins work at once, so that their queries take neither the database nor its connections
   * from reads. As many wait as passwords are hashed within that time.
   */
  private final ConcurrencyLimiter signIns;

  private final RequestTelemetry telemetry;
  private final AtomicInteger inWork = new AtomicInteger();
  private volatile boolean isRetired;

  IngressHandler(HttpConfig config, ResponseHeaders headers, RequestTelemetry telemetry) {
    var work = new RejectionCounter("work");
    var signIn = new RejectionCounter("sign-in");
    this.gate = new ConcurrencyLimiter(work, config.workMax(), config.waitMillis());
    this.signIns =
        new ConcurrencyLimiter(
            signIn,
            PasswordHashingLimits.SIGN_INS,
            PasswordHashingLimits.PLACES - PasswordHashingLimits.SIGN_INS,
            PasswordHashingLimits.WAIT_MILLIS);
    this.headers = headers;
    this.origins = config.origins();
    this.telemetry = telemetry;
    telemetry.watch(inWork::get, List.of(work, signIn));
  }

  /** How many requests are in work. */
  int inWork() {
    return inWork.get();
  }

  /** From now on every answer closes its connection. */
  void retire() {
    isRetired = true;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    headers.addTo(request, response.getHeaders());
    if (isRetired) {
      response.getHeaders().put(CLOSE);
    }
    try (var _ = telemetry.begin(request).makeCurrent()) {
      return take(request, response, callback);
    }
  }

  private boolean take(Request request, Response response, Callback callback) throws Exception {
    var path = request.getHttpURI().getPath();
    if (path.indexOf(';') >= 0) {
      Response.writeError(request, response, callback, 400);
      return true;
    }
    var head = RequestHeaderValidator.of(request);
    var problem = head.problem();
    if (problem != null) {
      ServerErrorHandler.answer(problem, request, response, callback);
      return true;
    }
    if (origins.isPreflight(request)) {
      AllowedOrigins.addPermissions(response.getHeaders());
      response.setStatus(204);
      callback.succeeded();
      return true;
    }
    try {
      inWork.incrementAndGet();
      return path.startsWith("/v1/")
          ? inTurn(path.equals(SIGN_IN) ? signIns : gate, head.request(), response, callback)
          : super.handle(head.request(), response, callback);
    } finally {
      inWork.decrementAndGet();
    }
  }

  private boolean inTurn(
      ConcurrencyLimiter door, Request request, Response response, Callback callback)
      throws Exception {
    var pass = door.pass(request);
    if (!pass.enter()) {
      return refuse(request, response, callback);
    }
    try {
      return super.handle(request, response, callback);
    } finally {
      pass.leave();
    }
  }

  private static boolean refuse(Request request, Response response, Callback callback) {
    request.setAttribute(RequestAttributes.SHED, true);
    Response.writeError(request, response, callback, 503);
    return true;
  }
}
