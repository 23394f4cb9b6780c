package io.clientele.http;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Errors that the server finds before any route does, such as bad HTTP, as problems. */
final class ServerErrors extends ErrorHandler {
  private static final String PROBLEM = "io.clientele.http.problem";

  private final AnswerHeaders answerHeaders;

  ServerErrors(AnswerHeaders answerHeaders) {
    this.answerHeaders = answerHeaders;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var cause = request.getAttribute(ERROR_EXCEPTION);
    var status = cause instanceof HttpException told ? told.getCode() : response.getStatus();
    var headers = response.getHeaders();
    if (!headers.contains(Trace.REQUEST_ID)) {
      answerHeaders.addTo(request, headers);
    }
    var requestId = Objects.requireNonNull(headers.get(Trace.REQUEST_ID));
    var trace = Trace.of(request, requestId);
    var problem = request.getAttribute(PROBLEM) instanceof Problem known ? known : problem(status);
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

  /** The reason that Jetty gives is not repeated: it may quote the request. */
  static Problem problem(int status) {
    return switch (status) {
      case HttpStatus.BAD_REQUEST_400 ->
          Problem.plain(
              400, "This is not HTTP/1.1 as RFC 9112 writes it, or the path is malformed.");
      case HttpStatus.REQUEST_TIMEOUT_408 -> Problem.plain(408, "The request came too slowly.");
      case HttpStatus.PAYLOAD_TOO_LARGE_413 -> Problem.plain(413, "The body is too large.");
      case HttpStatus.URI_TOO_LONG_414 -> Problem.plain(414, "The request line is too long.");
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          Problem.plain(431, "The headers are too large.");
      case HttpStatus.SERVICE_UNAVAILABLE_503 -> Problem.unavailable();
      case HttpStatus.NOT_IMPLEMENTED_501, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ->
          Problem.plain(status, "Only HTTP/1.1 is spoken here.");
      default ->
          status >= 400 && status < 500
              ? Problem.plain(status, "The request cannot be taken as it is.")
              : Problem.plain(500, "The service has failed. It is not your request.");
    };
  }
}
