package io.clientele.http.exchange;

import io.clientele.domain.kernel.StoredResponse;
import io.clientele.http.exchange.header.AcceptHeader;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.limits.ConcurrencyLimiter;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Sends successful responses. */
public final class Responses {
  private Responses() {}

  /** Sends JSON that is already serialised. */
  public static void json(Context http, int status, byte[] body) throws IOException {
    ConcurrencyLimiter.leave(http.req());
    var response = http.res();
    response.setStatus(status);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Sends JSON that is serialised in a buffer, without a copy of it. */
  public static void json(Context http, int status, ByteArrayOutputStream body) throws IOException {
    ConcurrencyLimiter.leave(http.req());
    http.res().setStatus(status);
    http.res().setContentLength(body.size());
    body.writeTo(http.res().getOutputStream());
  }

  /** A response that is stored, or may be, with its status and headers. */
  public static void stored(Context http, ReplayableResponse response) throws IOException {
    if (response.location() != null) {
      http.res().setHeader("Location", response.location());
    }
    if (response.tag() != null) {
      http.res().setHeader("ETag", response.tag());
    }
    json(http, response.status(), response.body().getBytes(StandardCharsets.UTF_8));
  }

  /** The response of an earlier request with the same {@code Idempotency-Key}. */
  public static void replayed(Context http, StoredResponse response) throws IOException {
    http.res().setHeader("Idempotent-Replayed", "true");
    stored(http, ReplayableResponse.decode(response));
  }

  /** JSON. */
  public static void json(Context http, JsonWriter.Body body) throws IOException {
    json(http, 200, JsonWriter.write(body));
  }

  /** For a route that answers with several media types: the client must take this one. */
  public static void requireAccepted(Context http, String mediaType) {
    AcceptHeader.require(mediaType, http);
  }

  /** Begins a streamed response: releases the request's place in the limiter. */
  public static void streaming(Context http) {
    ConcurrencyLimiter.leave(http.req());
  }

  /** Closes the connection without the last chunk: the client sees that the response is cut. */
  public static void cut(Context http) {
    ServletContextRequest.getServletContextRequest(http.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  /** Sends a response without a body. */
  public static void empty(Context http, int status) {
    http.res().setContentType(null);
    http.res().setStatus(status);
  }
}
