package io.clientele.bootstrap.lifecycle;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts all parts in the order of their phases and names, and stops them in the opposite order. To
 * be used by one thread at a time.
 */
public final class ManagedParts {
  private static final Logger LOG = LoggerFactory.getLogger(ManagedParts.class);

  private final List<Managed> inOrder;
  private final Deque<Managed> waiting;

  public ManagedParts(Collection<Managed> parts) {
    inOrder =
        parts.stream()
            .sorted(Comparator.comparing(Managed::phase).thenComparing(Managed::name))
            .toList();
    waiting = new ArrayDeque<>(inOrder);
  }

  /**
   * Starts the parts that have not started yet.
   *
   * @throws RuntimeException what a part threw: the next call starts with that part
   */
  public void start() {
    while (!waiting.isEmpty()) {
      waiting.getFirst().start().run();
      waiting.removeFirst();
    }
  }

  /** Stops all parts, started or not. A part that fails to stop is logged, and the next follows. */
  public void stop() {
    inOrder.reversed().forEach(ManagedParts::stop);
  }

  private static void stop(Managed part) {
    try {
      part.stop().close();
    } catch (Exception e) {
      LOG.warn("{} did not stop in order", part.name(), e);
    }
  }
}
