package io.clientele.testkit.views.history;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.inmemory.views.history.InMemoryViewHistory;
import io.clientele.testkit.kernel.PortFault;
import io.clientele.testkit.views.ViewsSample;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Histories with one fault each. */
final class BrokenHistories {
  private BrokenHistories() {}

  static Stream<PortFault<InMemoryViewHistory, ViewHistory>> all() {
    return Stream.of(
        of("empty buckets untold", "aSubjectWithoutViewsHasAnEmptyBucketForEachHour", Filled::new),
        of("an hour too late", "aViewBelongsToTheHourInWhichItsBatchWasSealed", Late::new),
        of("an hour too late by day", "aDayIsTheSumOfItsHoursInUtc", Late::new),
        of("one subject's days", "theDaysOfAllSubjectsAreSummed", Lone::new),
        of("one kind for all", "theDaysOfOneKindHaveNoViewsOfTheOther", Mixed::new),
        of("down looks like empty", "anUnreachableHistoryIsUnavailableAndNotEmpty", Absent::new));
  }

  private static PortFault<InMemoryViewHistory, ViewHistory> of(
      String fault, String redTest, Function<InMemoryViewHistory, ViewHistory> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  /** A right history, for a subclass to break. */
  private static class Right implements ViewHistory {
    private final ViewHistory inner;

    Right(ViewHistory inner) {
      this.inner = inner;
    }

    @Override
    public List<DataPoint> series(UUID id, ViewPeriod period) {
      return inner.series(id, period);
    }

    @Override
    public List<DataPoint> daily(SubjectKind kind, ViewPeriod days) {
      return inner.daily(kind, days);
    }
  }

  private static final class Filled extends Right {
    Filled(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<DataPoint> series(UUID id, ViewPeriod period) {
      return super.series(id, period).stream().filter(slice -> slice.views() > 0).toList();
    }
  }

  private static final class Late extends Right {
    Late(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<DataPoint> series(UUID id, ViewPeriod period) {
      var length = period.bucket().length();
      var later =
          new ViewPeriod(period.bucket(), period.from().plus(length), period.to().plus(length));
      return super.series(id, later);
    }
  }

  private static final class Lone extends Right {
    Lone(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<DataPoint> daily(SubjectKind kind, ViewPeriod days) {
      return super.series(new ViewsSample(1).subject(), days);
    }
  }

  private static final class Mixed extends Right {
    Mixed(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<DataPoint> daily(SubjectKind kind, ViewPeriod days) {
      return super.daily(SubjectKind.ACCOUNT, days);
    }
  }

  private static final class Absent extends Right {
    Absent(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<DataPoint> daily(SubjectKind kind, ViewPeriod days) {
      try {
        return super.daily(kind, days);
      } catch (PortUnavailable e) {
        return List.of();
      }
    }
  }
}
