package io.clientele.testkit.views.history;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.FlushLog.Entry;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.testkit.account.AccountsContract;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Appended flushes are listed, newest first. Implement this contract in the test of your {@link
 * FlushLog}, as {@link AccountsContract} shows. Each test calls {@link #flushLog} once.
 */
public interface FlushLogContract {
  /** A fresh, empty log. If tests share a server, empty its table. */
  FlushLog flushLog();

  /** A log of an unreachable server. A call must end within seconds. */
  FlushLog unreachableFlushLog();

  @Test
  default void anEmptyLogHasAnEmptyPage() {
    assertThat(flushLog().page(null, 10)).isEmpty();
  }

  @Test
  default void aFlushIsListedWithEveryFigure() {
    var log = flushLog();
    var flush =
        new FlushRecord(
            Sample.BEGINNING, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, 1L << 62, 987_654);
    log.append(flush);
    assertThat(log.page(null, 10)).extracting(Entry::flush).containsExactly(flush);
  }

  @Test
  default void pagesGoFromTheNewestToTheOldest() {
    var log = flushLog();
    var flushes = IntStream.range(0, 10).mapToObj(FlushLogContract::flush).toList();
    flushes.forEach(log::append);
    var newestFirst = new ArrayList<>(flushes);
    newestFirst.sort(Comparator.comparingInt(FlushRecord::batches).reversed());
    for (var limit : List.of(1, 3, 5, 10, 11)) {
      assertThat(pages(log, limit)).extracting(Entry::flush).isEqualTo(newestFirst);
    }
  }

  @Test
  default void flushesAreOrderedByArrivalAndNotByClock() {
    var log = flushLog();
    log.append(new FlushRecord(Sample.BEGINNING, 1, 1, 1, 0, 1));
    log.append(new FlushRecord(Sample.BEGINNING.minusSeconds(60), 2, 2, 2, 0, 2));
    assertThat(log.page(null, 10))
        .extracting(entry -> entry.flush().batches())
        .containsExactly(2, 1);
  }

  @Test
  default void laterEntriesHaveGreaterStableNumbers() {
    var log = flushLog();
    IntStream.range(0, 3).forEach(i -> log.append(flush(i)));
    var before = log.page(null, 10);
    assertThat(before).isSortedAccordingTo(Comparator.comparingLong(Entry::number).reversed());
    log.append(flush(3));
    var after = log.page(null, 10);
    assertThat(after.subList(1, 4)).isEqualTo(before);
    assertThat(after.get(0).number()).isGreaterThan(before.get(0).number());
  }

  @Test
  default void aPageStartsBeforeTheGivenNumber() {
    var log = flushLog();
    IntStream.range(0, 4).forEach(i -> log.append(flush(i)));
    var all = log.page(null, 10);
    assertThat(log.page(all.get(1).number(), 1)).isEqualTo(all.subList(2, 3));
    assertThat(log.page(all.get(3).number(), 1)).isEmpty();
    assertThat(log.page(Long.MAX_VALUE, 10)).isEqualTo(all);
  }

  @Test
  default void concurrentAppendsAreAllStored() {
    var log = flushLog();
    together(
        8,
        i -> {
          log.append(flush(i));
          log.append(flush(i + 8));
          return i;
        });
    var all = log.page(null, 100);
    assertThat(all).extracting(Entry::number).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(entry -> entry.flush().batches())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 16).boxed().toList());
  }

  @Test
  default void anUnreachableLogIsUnavailableAndNotEmpty() {
    var away = unreachableFlushLog();
    UnavailabilityAssertions.assertUnavailable(
        List.of(() -> away.append(flush(1)), () -> away.page(null, 1)));
  }

  private static FlushRecord flush(int number) {
    return new FlushRecord(
        Sample.BEGINNING.plusSeconds(number), number, number, number * 7L, 0, 12);
  }

  private static List<Entry> pages(FlushLog log, int limit) {
    var entries = new ArrayList<>(log.page(null, limit));
    while (!entries.isEmpty()) {
      var before = entries.get(entries.size() - 1).number();
      var page = log.page(before, limit);
      assertThat(page)
          .as("page(%s, %s)", before, limit)
          .hasSizeLessThanOrEqualTo(limit)
          .doesNotContainAnyElementsOf(entries);
      if (page.isEmpty()) {
        return entries;
      }
      entries.addAll(page);
    }
    return entries;
  }
}
