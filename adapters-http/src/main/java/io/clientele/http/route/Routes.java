package io.clientele.http.route;

import io.clientele.domain.kernel.Permission;
import io.clientele.http.route.Route.Front;
import io.clientele.http.route.Route.Handler;
import io.clientele.http.route.Route.Shortcut;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the routes of one {@link RouteGroup}, each with the permission that it requires. */
public final class Routes {
  /** What JSON routes answer with. */
  public static final String JSON = "application/json";

  private final List<Route> all = new ArrayList<>();

  private Routes() {}

  /** The routes that this group adds. */
  static List<Route> of(RouteGroup group) {
    var routes = new Routes();
    group.addTo(routes);
    return List.copyOf(routes.all);
  }

  /** Reads; registers {@code HEAD} too, which the same code answers. */
  public void get(String path, Permission permission, Handler handler) {
    add("GET", path, permission, JSON, handler);
    add("HEAD", path, permission, JSON, handler);
  }

  /** Reads what is no JSON: one of several media types, which commas separate. */
  public void getAs(String path, Permission permission, String mediaTypes, Handler handler) {
    add("GET", path, permission, mediaTypes, handler);
    add("HEAD", path, permission, mediaTypes, handler);
  }

  /** Sets something off that answers with this media type. */
  public void postAs(String path, Permission permission, String mediaType, Handler handler) {
    add("POST", path, permission, mediaType, handler);
  }

  /** Creates or sets something off. */
  public void post(String path, Permission permission, Handler handler) {
    add("POST", path, permission, JSON, handler);
  }

  /** Changes a part. */
  public void patch(String path, Permission permission, Handler handler) {
    add("PATCH", path, permission, JSON, handler);
  }

  /** Ends something. */
  public void delete(String path, Permission permission, Handler handler) {
    add("DELETE", path, permission, JSON, handler);
  }

  /** Ends something that a request may end without a bearer token too. */
  public void delete(String path, Permission permission, Handler handler, Shortcut shortcut) {
    all.add(new Route("DELETE", path, Front.API, permission, JSON, handler, shortcut));
  }

  /** Reads what anyone may have. */
  public void open(String path, String mediaType, Handler handler) {
    add("GET", path, null, mediaType, handler);
    add("HEAD", path, null, mediaType, handler);
  }

  /** Lets in whoever knows something secret, which the route itself asks for. */
  public void entrance(String path, Handler handler) {
    add("POST", path, null, JSON, handler);
  }

  /** Shows people something; no part of the API, so no part of its document. */
  public void page(String path, String mediaType, Handler handler) {
    all.add(new Route("GET", path, Front.PAGES, null, mediaType, handler, Shortcut.NONE));
    all.add(new Route("HEAD", path, Front.PAGES, null, mediaType, handler, Shortcut.NONE));
  }

  private void add(
      String method,
      String path,
      @Nullable Permission permission,
      String mediaType,
      Handler handler) {
    all.add(new Route(method, path, Front.API, permission, mediaType, handler, Shortcut.NONE));
  }
}
