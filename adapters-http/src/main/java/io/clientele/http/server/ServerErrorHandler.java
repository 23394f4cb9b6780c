package io.clientele.http.server;

import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemJson;
import io.clientele.http.telemetry.RequestTrace;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers errors that the server finds before routing, such as malformed HTTP, as problems. */
final class ServerErrorHandler extends ErrorHandler {
  private static final String PROBLEM = "io.clientele.http.problem";

  private final ResponseHeaders answerHeaders;

  ServerErrorHandler(ResponseHeaders answerHeaders) {
    this.answerHeaders = answerHeaders;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var cause = request.getAttribute(ERROR_EXCEPTION);
    var status = cause instanceof HttpException told ? told.getCode() : response.getStatus();
    var headers = response.getHeaders();
    if (!headers.contains(RequestTrace.REQUEST_ID)) {
      answerHeaders.addTo(request, headers);
    }
    var requestId = Objects.requireNonNull(headers.get(RequestTrace.REQUEST_ID));
    var trace = RequestTrace.of(request, requestId);
    var problem =
        request.getAttribute(PROBLEM) instanceof Problem known ? known : Problem.ofStatus(status);
    var bytes = ProblemJson.write(problem, trace);
    response.setStatus(problem.status());
    problem.headers().forEach(headers::put);
    headers.put(HttpHeader.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
    headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
    return true;
  }

  /** Answers with this problem where no route has the request yet. */
  static void answer(Problem problem, Request request, Response response, Callback callback) {
    request.setAttribute(PROBLEM, problem);
    Response.writeError(request, response, callback, problem.status());
  }
}
