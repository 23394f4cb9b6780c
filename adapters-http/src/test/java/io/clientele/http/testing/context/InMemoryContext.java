package io.clientele.http.testing.context;

import io.clientele.http.route.Authenticator;
import io.clientele.http.route.RouteGroup;
import java.util.List;
import java.util.Optional;

/** One context of a service in memory. */
public interface InMemoryContext {
  /** Returns the routes of this context. */
  List<RouteGroup> routes();

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
