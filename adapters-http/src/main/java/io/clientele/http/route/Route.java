package io.clientele.http.route;

import io.clientele.domain.identity.Front;
import io.clientele.domain.kernel.Permission;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.limits.ConcurrencyClass;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One route: what it declares about its requests and responses, and its handler. Immutable. */
public final class Route {
  /** Media type of JSON, which a route answers with unless it declares others. */
  public static final String JSON = "application/json";

  private final String method;
  private final Declaration declared;
  private final RouteHandler handler;

  private Route(String method, Declaration declared, RouteHandler handler) {
    this.method = method;
    this.declared = declared;
    this.handler = handler;
  }

  public String method() {
    return method;
  }

  public String path() {
    return declared.path.text();
  }

  PathTemplate template() {
    return declared.path;
  }

  /** The front whose document describes the route, and whose credentials it accepts. */
  public Front front() {
    return declared.front;
  }

  /** Whether the route is a page for people, which no document describes. */
  public boolean isPage() {
    return declared.isPage;
  }

  /** Whether every front has the route. */
  public boolean isOfEveryFront() {
    return declared.isOfEveryFront;
  }

  /** Whether credentials that a request has must be good, although the route requires none. */
  public boolean verifiesCredentials() {
    return declared.verifiesCredentials;
  }

  /** Null for a route that needs no bearer token, such as documents and signing in. */
  public @Nullable Permission permission() {
    return declared.permission;
  }

  /** Runs before the caller is known. */
  public Shortcut shortcut() {
    return declared.shortcut;
  }

  /** Media types of the responses, separated by commas; a client that accepts none gets 406. */
  public String mediaTypes() {
    return declared.mediaTypes;
  }

  /** Largest request body that the handler reads. */
  public int bodyBytesMax() {
    return declared.bodyBytesMax;
  }

  /** Whether requests take permits of their address and of their caller. */
  public boolean isRateLimited() {
    return declared.isRateLimited;
  }

  /** Whether requests need the database: until it was reached once, they are answered 503. */
  public boolean isDurable() {
    return declared.isDurable;
  }

  /** Whether requests wait for a turn when too many work at once. */
  public boolean isQueued() {
    return declared.isQueued;
  }

  /** The route's own bounds of concurrent requests; null for those of the server. */
  public @Nullable ConcurrencyClass concurrencyClass() {
    return declared.concurrencyClass;
  }

  /** Whether a request with an {@code Idempotency-Key} that was carried out is not repeated. */
  public boolean isIdempotent() {
    return declared.isIdempotent;
  }

  /** Tells what a write that may be queued changes; null for a route that queues nothing. */
  public WriteSubject.@Nullable Finder queuedSubject() {
    return declared.queuedSubject;
  }

  public RouteHandler handler() {
    return handler;
  }

  /** Returns the same route with another handler. */
  Route with(RouteHandler other) {
    return new Route(method, declared, other);
  }

  /** Whether the route only reads, and so takes no body. */
  public boolean isRead() {
    return method.equals("GET") || method.equals("HEAD");
  }

  @Override
  public String toString() {
    return method + " " + path();
  }

  /**
   * A route in the making. It must declare {@link #permits} or {@link #anyone}; everything else has
   * a default. Ends with {@link #by}. Not thread-safe.
   */
  public static final class Declaration {
    private final List<String> methods;
    private final PathTemplate path;
    private final Consumer<Route> into;
    private Front front = Front.OPERATIONS;
    private boolean isPage;
    private boolean isOfEveryFront;
    private boolean verifiesCredentials;
    private boolean isAccessDeclared;
    private @Nullable Permission permission;
    private Shortcut shortcut = http -> false;
    private String mediaTypes = JSON;
    private int bodyBytesMax = RequestBodies.BYTES_MAX;
    private boolean isRateLimited = true;
    private boolean isDurable = true;
    private boolean isQueued = true;
    private @Nullable ConcurrencyClass concurrencyClass;
    private boolean isIdempotent;
    private WriteSubject.@Nullable Finder queuedSubject;

    Declaration(List<String> methods, String path, Consumer<Route> into) {
      this.methods = methods;
      this.path = new PathTemplate(path);
      this.into = into;
    }

    /** Makes it a route of the store, whose path begins with {@code /store/}. */
    public Declaration ofStore() {
      front = Front.STORE;
      return this;
    }

    /** Requires a bearer token whose actor holds this permission. */
    public Declaration permits(Permission required) {
      isAccessDeclared = true;
      permission = required;
      return this;
    }

    /** Requires no bearer token: the route is public, or its handler checks a secret. */
    public Declaration anyone() {
      isAccessDeclared = true;
      return this;
    }

    /** Keeps the route on instances that serve some fronts only. */
    public Declaration ofEveryFront() {
      isOfEveryFront = true;
      return this;
    }

    /** Requires no bearer token, but refuses one that is not good for the front. */
    public Declaration visitors() {
      verifiesCredentials = true;
      return anyone();
    }

    /** Runs this before the caller is known; see {@link Shortcut}. */
    public Declaration unless(Shortcut authorised) {
      shortcut = authorised;
      return this;
    }

    /** Media types of the responses, in place of JSON. */
    public Declaration answers(String... types) {
      mediaTypes = String.join(", ", types);
      return this;
    }

    /** Largest request body in bytes, in place of the usual one. */
    public Declaration upTo(int bytesMax) {
      bodyBytesMax = bytesMax;
      return this;
    }

    /** Queues requests with these bounds, in place of the server's. */
    public Declaration queued(ConcurrencyClass bounds) {
      concurrencyClass = bounds;
      return this;
    }

    /** Takes an {@code Idempotency-Key}: the handler asks for {@code IdempotentRequest.of}. */
    public Declaration idempotent() {
      isIdempotent = true;
      return this;
    }

    /** Lets a client have the write of this subject queued; see {@code RespondAsync}. */
    public Declaration queueable(WriteSubject.Finder subject) {
      queuedSubject = subject;
      return this;
    }

    /** Answers from memory: not rate limited, not queued, and without the database. */
    public Declaration fromMemory() {
      isRateLimited = false;
      isDurable = false;
      isQueued = false;
      return this;
    }

    /** A page for people, not part of the API's document. */
    Declaration page() {
      isPage = true;
      return this;
    }

    /** Adds the route with this handler. */
    public void by(RouteHandler handler) {
      if (!isAccessDeclared) {
        throw new IllegalStateException(path + " declares neither a permission nor anyone()");
      }
      if ((isIdempotent || queuedSubject != null) && permission == null) {
        throw new IllegalStateException(path + " takes keys and requires no permission");
      }
      var answering = isIdempotent ? handler.idempotent() : handler;
      methods.forEach(method -> into.accept(new Route(method, this, answering)));
    }
  }
}
