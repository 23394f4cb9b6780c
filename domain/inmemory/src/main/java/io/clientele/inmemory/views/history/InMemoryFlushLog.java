package io.clientele.inmemory.views.history;

import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest {@value #KEPT_MAX} flushes, in memory, for tests and demos. */
public final class InMemoryFlushLog implements FlushLog {
  /** The greatest number of flushes; the oldest are removed. */
  public static final int KEPT_MAX = 10_000;

  private final OutageSwitch backing = new OutageSwitch("flush log");
  private final Deque<Entry> newestFirst = new ArrayDeque<>();
  private long last;

  /** Creates an empty log. */
  public InMemoryFlushLog() {}

  @Override
  public synchronized void append(FlushRecord flush) {
    backing.require();
    newestFirst.addFirst(new Entry(++last, flush));
    if (newestFirst.size() > KEPT_MAX) {
      newestFirst.removeLast();
    }
  }

  @Override
  public synchronized List<Entry> page(@Nullable Long before, int limit) {
    backing.require();
    return newestFirst.stream()
        .filter(entry -> before == null || entry.number() < before)
        .limit(limit)
        .toList();
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }
}
