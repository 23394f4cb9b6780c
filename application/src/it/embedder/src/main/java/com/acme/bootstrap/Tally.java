package com.acme.bootstrap;

import io.clientele.domain.views.counter.ViewRecorder;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Counts views in memory: Acme wants a figure and needs no durable total. */
final class Tally implements ViewRecorder {
  private final Map<UUID, Long> counts = new ConcurrentHashMap<>();

  @Override
  public void count(UUID subject) {
    counts.merge(subject, 1L, Long::sum);
  }

  long of(UUID subject) {
    return counts.getOrDefault(subject, 0L);
  }
}
