package io.clientele.domain.views.counter;

import java.util.UUID;

/** Counts views. Safe for use by many threads. */
@FunctionalInterface
public interface ViewRecorder {
  /**
   * Counts one view of this subject. Never throws and never waits for a store. A view for which
   * there is no room, or that comes after the counter was closed, is counted as lost.
   */
  void count(UUID subject);
}
