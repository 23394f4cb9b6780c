package io.clientele.http.testing.context;

import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.http.health.HealthState;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.Authenticator;
import io.clientele.http.server.HttpConfig;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The parts that the contexts of one service in memory share. */
public final class InMemoryParts {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private final HttpConfig config;
  private final RequestRateLimiter limits;
  private final HealthState health;
  private final List<PortReplacement<?>> replacements;
  private final AtomicLong ticks = new AtomicLong();
  private final List<Consumer<PublishedEvent>> listeners = new ArrayList<>();
  private final InMemoryChangeStore changes =
      new InMemoryChangeStore(
          entry -> {}, event -> listeners.forEach(listener -> listener.accept(event)));
  private final List<InMemoryContext> contexts = new ArrayList<>();

  /** Creates the parts and all contexts. */
  public InMemoryParts(
      HttpConfig config,
      RequestRateLimiter limits,
      HealthState health,
      List<PortReplacement<?>> replacements) {
    this.config = config;
    this.limits = limits;
    this.health = health;
    this.replacements = List.copyOf(replacements);
    InMemoryContexts.ALL.forEach(context -> contexts.add(context.apply(this)));
  }

  /** Returns all contexts in the order of their list. */
  public List<InMemoryContext> contexts() {
    return contexts;
  }

  /** Returns a context that stands in the list before the caller. */
  public <T extends InMemoryContext> T context(Class<T> type) {
    return contexts.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  /** Returns the authenticator that one of the contexts has. */
  public Authenticator authenticator() {
    return contexts.stream()
        .flatMap(context -> context.authenticator().stream())
        .findFirst()
        .orElseThrow();
  }

  /** Returns the test's replacement of a port, or else this one. */
  <T> T portOr(Class<T> type, T own) {
    return replacements.stream()
        .filter(replaced -> replaced.port().equals(type))
        .map(replaced -> type.cast(replaced.replacement()))
        .findFirst()
        .orElse(own);
  }

  HttpConfig config() {
    return config;
  }

  RequestRateLimiter limits() {
    return limits;
  }

  HealthState health() {
    return health;
  }

  /** The one way a change is stored. */
  InMemoryChangeStore changes() {
    return changes;
  }

  /** A clock that advances by a microsecond at each look. */
  InstantSource clock() {
    return () -> START.plusNanos(1000 * ticks.incrementAndGet());
  }

  /** Adds a listener of all events that are stored with changes. */
  void onEvent(Consumer<PublishedEvent> listener) {
    listeners.add(listener);
  }
}
