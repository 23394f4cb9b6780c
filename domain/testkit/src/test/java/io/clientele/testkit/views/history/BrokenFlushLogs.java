package io.clientele.testkit.views.history;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.testkit.kernel.PortFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Logs of flushes with one fault each. */
final class BrokenFlushLogs {
  private BrokenFlushLogs() {}

  static Stream<PortFault<InMemoryFlushLog, FlushLog>> all() {
    return Stream.of(
        of(
            "rejected views untold",
            "aFlushIsListedWithEveryFigure",
            inner -> new Log(inner, Log::bare)),
        of(
            "the oldest first",
            "pagesGoFromTheNewestToTheOldest",
            inner -> paging(inner, Log::back)),
        of(
            "sorted by the clock",
            "flushesAreOrderedByArrivalAndNotByClock",
            inner -> paging(inner, Log::byClock)),
        of(
            "a page holds the entry before it",
            "aPageStartsBeforeTheGivenNumber",
            inner -> from(inner, before -> before + 1)),
        of(
            "numbers change",
            "laterEntriesHaveGreaterStableNumbers",
            inner -> paging(inner, Log::renumbered)),
        of(
            "the first page follows every page",
            "pagesGoFromTheNewestToTheOldest",
            inner -> from(inner, before -> Long.MAX_VALUE)),
        of("down looks like empty", "anUnreachableLogIsUnavailableAndNotEmpty", Absent::new));
  }

  private static PortFault<InMemoryFlushLog, FlushLog> of(
      String fault, String redTest, Function<InMemoryFlushLog, FlushLog> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static FlushLog paging(FlushLog inner, UnaryOperator<List<FlushLog.Entry>> answer) {
    return new Log(inner, flush -> flush) {
      @Override
      public List<Entry> page(@Nullable Long before, int limit) {
        return answer.apply(super.page(before, limit));
      }
    };
  }

  private static FlushLog from(FlushLog inner, UnaryOperator<Long> asking) {
    return new Log(inner, flush -> flush) {
      @Override
      public List<Entry> page(@Nullable Long before, int limit) {
        return super.page(before == null ? null : asking.apply(before), limit);
      }
    };
  }

  /** A right log, but for what it does to a flush. */
  private static class Log implements FlushLog {
    private final FlushLog inner;
    private final UnaryOperator<FlushRecord> taking;

    Log(FlushLog inner, UnaryOperator<FlushRecord> taking) {
      this.inner = inner;
      this.taking = taking;
    }

    @Override
    public void append(FlushRecord flush) {
      inner.append(taking.apply(flush));
    }

    @Override
    public List<Entry> page(@Nullable Long before, int limit) {
      return inner.page(before, limit);
    }

    static FlushRecord bare(FlushRecord flush) {
      return new FlushRecord(
          flush.at(), flush.batches(), flush.accounts(), flush.views(), 0, flush.durationMillis());
    }

    static List<Entry> back(List<Entry> entries) {
      var reversed = new ArrayList<>(entries);
      Collections.reverse(reversed);
      return reversed;
    }

    static List<Entry> byClock(List<Entry> entries) {
      Comparator<Entry> byTime = Comparator.comparing(entry -> entry.flush().at());
      return entries.stream().sorted(byTime.reversed()).toList();
    }

    static List<Entry> renumbered(List<Entry> entries) {
      return entries.stream()
          .map(entry -> new Entry(entries.size() - entry.number(), entry.flush()))
          .toList();
    }
  }

  private static final class Absent extends Log {
    Absent(FlushLog inner) {
      super(inner, flush -> flush);
    }

    @Override
    public List<Entry> page(@Nullable Long before, int limit) {
      try {
        return super.page(before, limit);
      } catch (PortUnavailable e) {
        return List.of();
      }
    }
  }
}
