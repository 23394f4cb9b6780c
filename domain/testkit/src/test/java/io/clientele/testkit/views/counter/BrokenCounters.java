package io.clientele.testkit.views.counter;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.counter.ViewTotals;
import io.clientele.inmemory.views.counter.InMemoryViewCounter;
import io.clientele.testkit.kernel.PortFault;
import io.clientele.testkit.kernel.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Recorders and totals with one fault each. */
final class BrokenCounters {
  private static final UUID STRANGER = new UUID(1, 1);

  private BrokenCounters() {}

  static Stream<PortFault<InMemoryViewCounter, ViewRecorder>> recorders() {
    return Stream.of(
        recorder("counts nothing", "eachCountIsOneViewOfItsSubject", inner -> subject -> {}),
        recorder(
            "counts one subject for all",
            "eachCountIsOneViewOfItsSubject",
            inner -> subject -> inner.count(STRANGER)),
        recorder(
            "loses one in a thousand",
            "noCountOfManyThreadsIsLost",
            inner -> losing(inner, new AtomicLong())),
        recorder(
            "asks its store first",
            "countingNeverFails",
            inner ->
                subject -> {
                  inner.live(List.of(subject));
                  inner.count(subject);
                }));
  }

  static Stream<PortFault<InMemoryViewCounter, ViewTotals>> totals() {
    return Stream.of(
        totals(
            "without views there is no total",
            "eachSubjectHasItsTotalAndOneWithoutViewsHasZero",
            inner -> subjects -> viewed(inner.live(subjects))),
        totals(
            "totals of others are in it",
            "onlyTheGivenSubjectsAreInTheResult",
            inner -> subjects -> withStranger(inner.live(subjects))),
        totals(
            "pending views are left out",
            "aTotalIsThePersistedAndThePendingViews",
            inner -> each(inner, total -> withTotal(total, total.persisted()))),
        totals(
            "pending views are unknown",
            "aTotalIsThePersistedAndThePendingViews",
            inner -> each(inner, BrokenCounters::degraded)),
        totals(
            "persisted views are counted twice",
            "persistingChangesNoTotal",
            inner -> each(inner, total -> withTotal(total, total.total() + total.persisted()))),
        totals(
            "every other total is one lower",
            "aTotalNeverFallsWhileViewsAreCountedAndPersisted",
            inner -> falling(inner, new AtomicLong())),
        totals(
            "down looks like no views",
            "totalsThatAreAwayAreUnavailableAndNotZero",
            BrokenCounters::blind));
  }

  private static PortFault<InMemoryViewCounter, ViewRecorder> recorder(
      String fault, String redTest, Function<InMemoryViewCounter, ViewRecorder> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static PortFault<InMemoryViewCounter, ViewTotals> totals(
      String fault, String redTest, Function<InMemoryViewCounter, ViewTotals> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static ViewRecorder losing(ViewRecorder inner, AtomicLong counted) {
    return subject -> {
      if (counted.incrementAndGet() % 1_000 != 0) {
        inner.count(subject);
      }
    };
  }

  private static Map<UUID, LiveTotal> viewed(Map<UUID, LiveTotal> right) {
    var viewed = new HashMap<>(right);
    viewed.values().removeIf(total -> total.total() == 0);
    return viewed;
  }

  private static Map<UUID, LiveTotal> withStranger(Map<UUID, LiveTotal> right) {
    var more = new HashMap<>(right);
    more.put(STRANGER, LiveTotal.of(STRANGER, 0, 0L, Sample.BEGINNING));
    return more;
  }

  private static ViewTotals each(ViewTotals inner, UnaryOperator<LiveTotal> change) {
    return subjects -> {
      var totals = new HashMap<>(inner.live(subjects));
      totals.replaceAll((subject, total) -> change.apply(total));
      return totals;
    };
  }

  private static ViewTotals falling(ViewTotals inner, AtomicLong reads) {
    return each(inner, total -> withTotal(total, total.total() - reads.incrementAndGet() % 2));
  }

  private static LiveTotal withTotal(LiveTotal right, long total) {
    return new LiveTotal(right.subject(), total, right.persisted(), right.pending(), right.asOf());
  }

  private static LiveTotal degraded(LiveTotal right) {
    return LiveTotal.of(right.subject(), right.persisted(), null, right.asOf());
  }

  private static ViewTotals blind(ViewTotals inner) {
    return subjects -> {
      try {
        return inner.live(subjects);
      } catch (PortUnavailable away) {
        return Map.of();
      }
    };
  }
}
