package io.clientele.http;

import io.javalin.http.Context;
import java.io.IOException;

/** Answers that went well. */
public final class Answers {
  private Answers() {}

  /** JSON, already written. */
  public static void json(Context http, int status, byte[] body) throws IOException {
    Gate.leave(http.req());
    var response = http.res();
    response.setStatus(status);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** JSON. */
  public static void json(Context http, Json.Body body) throws IOException {
    json(http, 200, Json.write(body));
  }

  /** For a route that answers with several media types: the client must take this one. */
  public static void requireAccepted(Context http, String mediaType) {
    Accept.require(mediaType, http);
  }

  /** For a route that streams: from here on it takes as long as its client. */
  public static void streaming(Context http) {
    Gate.leave(http.req());
  }

  /** A status that says it all. */
  public static void empty(Context http, int status) {
    http.res().setContentType(null);
    http.res().setStatus(status);
  }
}
