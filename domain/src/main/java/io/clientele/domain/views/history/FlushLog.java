package io.clientele.domain.views.history;

import io.clientele.domain.kernel.PortUnavailable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The latest flushes of all instances, about ten thousand. Implementations are safe for use by many
 * threads and throw {@link PortUnavailable} when the store cannot be reached.
 */
public interface FlushLog {
  /** Appends one flush. */
  void append(FlushRecord flush);

  /**
   * Returns flushes, newest first.
   *
   * @param before the number of the last entry of the page before; null for the first page
   */
  List<Entry> page(@Nullable Long before, int limit);

  /** A flush and its number, which ascends. */
  record Entry(long number, FlushRecord flush) {
    public Entry {
      Objects.requireNonNull(flush, "flush");
    }
  }
}
