package io.clientele.domain.views.history;

import io.clientele.domain.kernel.PortUnavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last flushes of all instances, some ten thousand of them. Implementations are safe for use by
 * many threads and throw {@link PortUnavailable} when they cannot know.
 */
public interface FlushLog {
  /** Takes one down. */
  void append(FlushRecord flush);

  /**
   * Newest first.
   *
   * @param before the number of the last entry of the page before, null for the first page
   */
  List<Entry> page(@Nullable Long before, int limit);

  /** A flush, and its number: later ones have greater numbers. */
  record Entry(long number, FlushRecord flush) {}
}
