package io.clientele.http.route;

import io.clientele.domain.kernel.Permission;
import io.javalin.http.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One route.
 *
 * @param path as {@code openapi.yaml} writes it
 * @param permission null for a route that needs no bearer token, such as documents and signing in
 * @param mediaType of its responses; a client that does not accept it gets 406
 * @param shortcut asked first, before the caller is known
 */
public record Route(
    String method,
    String path,
    Front front,
    @Nullable Permission permission,
    String mediaType,
    Handler handler,
    Shortcut shortcut) {

  /** Where a route belongs to. */
  public enum Front {
    /** The API, described by its OpenAPI document. */
    API,

    /** Pages for people; not part of the API's document. */
    PAGES
  }

  /** Whether the route only reads, and so takes no body. */
  public boolean isRead() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** Whether the route needs the database: all do but those that only show public documents. */
  public boolean isDurable() {
    return permission != null || method.equals("POST");
  }

  /** Answers one request, or throws an exception that {@code HttpServer} turns into a problem. */
  @FunctionalInterface
  public interface Handler {
    /** Answers. */
    void answer(Context http) throws IOException;
  }

  /** Answers a request that is authorised by other means than a bearer token. */
  @FunctionalInterface
  public interface Shortcut {
    /** A shortcut that never answers. */
    Shortcut NONE = http -> false;

    /** Answers and returns true, or returns false: then the request needs a bearer token. */
    boolean answers(Context http) throws IOException;
  }
}
