package io.clientele.http.testing.context;

import io.clientele.http.route.Authenticator;
import io.clientele.http.route.RouteDecorator;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.RouteTable;
import java.util.List;
import java.util.Optional;

/** One context of a service in memory. */
public interface InMemoryContext {
  /** Returns the routes of this context. */
  List<RouteGroup> routes();

  /** Returns what this context changes in the routes of all contexts. */
  default List<RouteDecorator> decorators() {
    return List.of();
  }

  /** Gives this context the routes of all contexts, undecorated, before the server starts. */
  default void startWith(RouteTable all) {}

  /** Returns the authenticator of all requests; empty for contexts that have none. */
  default Optional<Authenticator> authenticator() {
    return Optional.empty();
  }

  /** Makes the durable ports of this context unavailable. */
  default void startOutage() {}

  /** Makes the durable ports available again. */
  default void endOutage() {}

  /** Stops what this context runs. */
  default void close() {}
}
