package io.clientele.http.route;

import io.clientele.domain.kernel.Permission;
import io.clientele.http.server.HttpServer;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All routes of the service. The one place where a route and the permission that it asks for meet.
 */
public final class Routes {
  /** What JSON routes answer with. */
  public static final String JSON = "application/json";

  private final List<Route> all = new ArrayList<>();
  private final List<Route> pages = new ArrayList<>();

  /**
   * One route.
   *
   * @param path as {@code openapi.yaml} writes it
   * @param permission null for what anyone may have, such as documents, or do, such as signing in
   * @param mediaType of its answers; who cannot accept it gets 406
   * @param shortcut asked first, before the caller is known
   */
  public record Route(
      String method,
      String path,
      @Nullable Permission permission,
      String mediaType,
      Answering answering,
      Shortcut shortcut) {
    private Route(
        String method,
        String path,
        @Nullable Permission permission,
        String mediaType,
        Answering answering) {
      this(method, path, permission, mediaType, answering, http -> false);
    }

    /** Whether it only reads, and so takes no body. */
    public boolean isRead() {
      return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether it needs what is durable: all do but those that only show what anyone may have. */
    public boolean isDurable() {
      return permission != null || method.equals("POST");
    }
  }

  /** Answers one request, or throws what {@link HttpServer} turns into a problem. */
  @FunctionalInterface
  public interface Answering {
    /** Answers. */
    void answer(Context http) throws IOException;
  }

  /** Answers a request that proves by something other than a bearer token what it may do. */
  @FunctionalInterface
  public interface Shortcut {
    /** Answers and returns true, or returns false: then the request needs a bearer token. */
    boolean answers(Context http) throws IOException;
  }

  /** Reads; registers {@code HEAD} too, which the same code answers. */
  public void get(String path, Permission permission, Answering answering) {
    all.add(new Route("GET", path, permission, JSON, answering));
    all.add(new Route("HEAD", path, permission, JSON, answering));
  }

  /** Reads what is no JSON: one of several media types, which commas separate. */
  public void getAs(String path, Permission permission, String mediaTypes, Answering answering) {
    all.add(new Route("GET", path, permission, mediaTypes, answering));
    all.add(new Route("HEAD", path, permission, mediaTypes, answering));
  }

  /** Sets something off that answers with this media type. */
  public void postAs(String path, Permission permission, String mediaType, Answering answering) {
    all.add(new Route("POST", path, permission, mediaType, answering));
  }

  /** Creates or sets something off. */
  public void post(String path, Permission permission, Answering answering) {
    all.add(new Route("POST", path, permission, JSON, answering));
  }

  /** Changes a part. */
  public void patch(String path, Permission permission, Answering answering) {
    all.add(new Route("PATCH", path, permission, JSON, answering));
  }

  /** Ends something. */
  public void delete(String path, Permission permission, Answering answering) {
    all.add(new Route("DELETE", path, permission, JSON, answering));
  }

  /** Ends something that a request may end without a bearer token too. */
  public void delete(String path, Permission permission, Answering answering, Shortcut shortcut) {
    all.add(new Route("DELETE", path, permission, JSON, answering, shortcut));
  }

  /** Reads what anyone may have. */
  public void open(String path, String mediaType, Answering answering) {
    all.add(new Route("GET", path, null, mediaType, answering));
    all.add(new Route("HEAD", path, null, mediaType, answering));
  }

  /** Lets in whoever knows something secret, which the route itself asks for. */
  public void entrance(String path, Answering answering) {
    all.add(new Route("POST", path, null, JSON, answering));
  }

  /** Shows people something; no part of the API, so no part of its document. */
  public void page(String path, String mediaType, Answering answering) {
    pages.add(new Route("GET", path, null, mediaType, answering));
    pages.add(new Route("HEAD", path, null, mediaType, answering));
  }

  /** Every route of the API so far. */
  public List<Route> all() {
    return Collections.unmodifiableList(all);
  }

  /** What people are shown. */
  public List<Route> pages() {
    return Collections.unmodifiableList(pages);
  }
}
