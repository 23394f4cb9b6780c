package io.clientele.application.views.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tracks the age of the oldest batch that the ledger is not known to have. Remembers at most one
 * batch a second, and a bounded number. Not safe for use by many threads.
 */
final class LagTracker {
  private static final int SAMPLES_MAX = 1_000;
  private static final long SPACING_NANOS = Duration.ofSeconds(1).toNanos();

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long seq, long atNanos) {}

  void formed(long seq, long nowNanos) {
    var last = samples.peekLast();
    if (last == null || samples.size() < SAMPLES_MAX && nowNanos - last.atNanos >= SPACING_NANOS) {
      samples.addLast(new Sample(seq, nowNanos));
    }
  }

  /** Forgets batches up to this one; what came after the last of them is as old as now at most. */
  void pruned(long seq, long top, long nowNanos) {
    while (!samples.isEmpty() && samples.peekFirst().seq <= seq) {
      samples.removeFirst();
    }
    if (samples.isEmpty() && seq < top) {
      samples.addLast(new Sample(top, nowNanos));
    }
  }

  /** Forgets a batch after {@code top}, which was taken back; the batches before it stay. */
  void takenBack(long top, boolean keepsAny) {
    var last = samples.peekLast();
    if (last != null && last.seq > top) {
      samples.removeLast();
      if (keepsAny && samples.isEmpty()) {
        samples.addLast(new Sample(top, last.atNanos));
      }
    }
  }

  Duration oldest(long nowNanos) {
    var first = samples.peekFirst();
    return first == null ? Duration.ZERO : Duration.ofNanos(nowNanos - first.atNanos);
  }
}
